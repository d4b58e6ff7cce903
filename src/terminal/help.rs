//! The arguments: parsed, and their help and mistakes in either language.
//!
//! English texts are those of `cli.rs`; the table here has the Russian ones. A test finds a command or a flag without one.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};

use super::Lang;
use crate::cli::Cli;

/// Commands and flags in Russian, by path; the empty path is the program itself.
#[rustfmt::skip]
const RUSSIAN: &[(&str, &str)] = &[
    ("", "svod: планы, опросы и чек-листы независимой оценки (НОК) — в таблицы, рейтинги и отчёты"),
    ("--verbose", "Сообщать больше; дважды — всё"),
    ("--log_format", "Вид служебных сообщений: text или json"),
    ("--schemas", "Папка с файлами права вместо встроенных"),
    ("--lang", "Язык сообщений: ru или en; по умолчанию — язык системы"),
    ("--help", "Показать справку"),
    ("--version", "Показать версию"),
    ("run", "Прочитать всё в папке и записать таблицы, рейтинги и отчёты"),
    ("run --inputs", "Папка с документами или один файл; по умолчанию inputs"),
    ("run --outputs", "Папка для результатов, заменяется целиком; по умолчанию outputs"),
    ("run --as_of", "Дата, на которую проверяются сроки; по умолчанию сегодня"),
    ("run --previous", "Результаты прошлого запуска: с ними сравниваются места и баллы"),
    ("run --public", "Без личных имён, отзывов и групп, слишком малых для публикации"),
    ("run --pdf", "Протоколы и публичный отчёт ещё и в pdf с разметкой; нужен LibreOffice"),
    ("run --threads", "Сколько файлов читать одновременно; по умолчанию — по числу процессоров"),
    ("run --fail_on", "Код выхода 1, если встретится: violation (нарушение) или quarantine (карантин)"),
    ("run --select", "Оставить только замечания, коды которых начинаются так: --select P,T108"),
    ("run --ignore", "Убрать замечания, коды которых начинаются так"),
    ("run --rounding", "Где округлять: exact — только при публикации, stages — на каждом шаге"),
    ("show", "Показать, что понял один этап"),
    ("show document", "Модель документа: части, абзацы, таблицы"),
    ("show document --file", "Файл"),
    ("show recognized", "Чем признаны таблицы и графы"),
    ("show recognized --file", "Файл"),
    ("show facts", "Извлечённые сведения в JSON"),
    ("show facts --file", "Файл"),
    ("show findings", "Замечания к одному этому файлу"),
    ("show findings --file", "Файл"),
    ("show findings --as_of", "Дата, на которую верны замечания; по умолчанию сегодня"),
    ("show findings --format", "Вид: table — для людей, jsonl или sarif — для программ"),
    ("show deadlines", "Как прочитан срок в каждой строке"),
    ("show deadlines --year", "Календарный год плана"),
    ("show deadlines --json", "По строке JSON на строку"),
    ("show deadlines --file", "«-» — со стандартного ввода, иначе файл"),
    ("show officers", "Как прочитаны ответственные в каждой строке"),
    ("show officers --json", "По строке JSON на строку"),
    ("show officers --file", "«-» — со стандартного ввода, иначе файл"),
    ("explain", "Объяснить замечание: что проверяется, на каком основании, примеры"),
    ("explain --code", "Код замечания, например T101"),
    ("explain --all", "Справочник всех замечаний"),
    ("explain --format", "Вид справочника: md или json"),
    ("explain score", "Откуда взялось одно значение одной организации"),
    ("explain score --organization", "Организация: ИНН или часть названия"),
    ("explain score --code", "Значение: 1.1–5.3, K1–K5 или S"),
    ("explain score --inputs", "Папка с документами; по умолчанию inputs"),
    ("explain score --as_of", "Дата, на которую выбирается методика; по умолчанию сегодня"),
    ("law", "Перечни, формы и обязанности права и их редакции"),
    ("law list", "Все перечни, формы и обязанности; действующие отмечены"),
    ("law list --as_of", "День; по умолчанию сегодня"),
    ("law show", "Один перечень или одна форма целиком"),
    ("law show --id", "Обозначение, например culture-277"),
    ("law diff", "Что изменилось между двумя перечнями"),
    ("law diff --before", "Обозначение прежнего перечня"),
    ("law diff --after", "Обозначение нового перечня"),
    ("law diff --against", "Результаты запуска: какие их замечания появятся или исчезнут"),
    ("law check", "Какие пункты перечня есть на сохранённых страницах сайта"),
    ("law check --id", "Обозначение перечня"),
    ("law check --folder", "Папка с сохранёнными страницами html"),
    ("law match", "О каких пунктах перечня каждая строка текста и по каким словам"),
    ("law match --id", "Обозначение перечня"),
    ("law match --file", "«-» — со стандартного ввода, иначе файл"),
    ("verify", "Сверить все файлы результатов с описью"),
    ("verify --outputs", "Папка, которую записал прошлый запуск; по умолчанию outputs"),
    ("completions", "Напечатать подсказки для командной оболочки"),
    ("completions --shell", "Оболочка: bash, elvish, fish, powershell или zsh"),
];

/// What stands for a value, in Russian.
const VALUES: &[(&str, &str)] = &[
    ("YYYY-MM-DD", "ГГГГ-ММ-ДД"),
    ("DIR", "ПАПКА"),
    ("INPUTS", "ПАПКА"),
    ("OUTPUTS", "ПАПКА"),
    ("FOLDER", "ПАПКА"),
    ("FILE", "ФАЙЛ"),
    ("CODE", "КОД"),
    ("N", "ЧИСЛО"),
    ("YEAR", "ГОД"),
    ("ID", "ПЕРЕЧЕНЬ"),
    ("BEFORE", "ПРЕЖНИЙ"),
    ("AFTER", "НОВЫЙ"),
    ("AGAINST", "ПАПКА"),
    ("ORGANIZATION", "ОРГАНИЗАЦИЯ"),
    ("SHELL", "ОБОЛОЧКА"),
    ("FORMAT", "ВИД"),
    ("LOG_FORMAT", "ВИД"),
    ("LANG", "ЯЗЫК"),
    ("FAIL_ON", "ЧТО"),
    ("ROUNDING", "ГДЕ"),
];

/// The parsed arguments.
///
/// # Errors
/// The text for the terminal and whether it is help that was asked for.
pub(crate) fn parse<A>(arguments: impl IntoIterator<Item = A>, lang: Lang) -> Result<Cli, (String, ErrorKind)>
where
    A: Into<OsString> + Clone,
{
    let command = match lang {
        Lang::Ru => in_russian(),
        Lang::En => Cli::command(),
    };
    let parsed = command.try_get_matches_from(arguments).and_then(|matches| Cli::from_arg_matches(&matches));
    parsed.map_err(|error| match (lang, error.kind()) {
        (_, ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) | (Lang::En, _) => {
            (error.render().to_string(), error.kind())
        }
        (Lang::Ru, ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand) => (error.render().to_string(), error.kind()),
        (Lang::Ru, kind) => (format!("svod: {}\nСправка: svod --help\n", mistake(&error)), kind),
    })
}

fn russian(path: &str) -> Option<&'static str> {
    RUSSIAN.iter().find(|(known, _)| *known == path).map(|(_, text)| *text)
}

fn in_russian() -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = Cli::command().disable_help_flag(true).disable_version_flag(true).arg(help).arg(version);
    translated(command, "")
}

/// A command with its help in Russian; as deep as our own commands are.
fn translated(mut command: Command, path: &str) -> Command {
    let at = |name: &str| format!("{path} {name}").trim_start().to_owned();
    if let Some(about) = russian(path) {
        command = command.about(about).long_about(None);
    }
    let arguments: Vec<_> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    for id in arguments {
        let text = russian(&at(&format!("--{id}")));
        command = command.mut_arg(id, |argument| argument_in_russian(argument, text));
    }
    let subcommands: Vec<_> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in &subcommands {
        command = command.mut_subcommand(name, |sub| translated(sub, &at(name)));
    }
    let (positionals, has_commands) = (command.get_positionals().count(), !subcommands.is_empty());
    let mut template = "{about}\n\nИспользование: {usage}\n".to_owned();
    for (heading, part, is_there) in [
        ("Команды", "{subcommands}", has_commands),
        ("Что указать", "{positionals}", positionals > 0),
        ("Параметры", "{options}", true),
    ] {
        if is_there {
            template.push_str(&format!("\n{heading}:\n{part}\n"));
        }
    }
    let usage = usage(&command, path, has_commands);
    command.help_template(template).override_usage(usage)
}

fn usage(command: &Command, path: &str, has_commands: bool) -> String {
    let mut words = vec!["svod".to_owned()];
    words.extend((!path.is_empty()).then(|| path.to_owned()));
    words.push("[ПАРАМЕТРЫ]".to_owned());
    for argument in command.get_positionals() {
        let name = argument.get_value_names().and_then(|names| names.first()).map_or("…", |name| name.as_str());
        words.push(if argument.is_required_set() { format!("<{name}>") } else { format!("[{name}]") });
    }
    words.extend(has_commands.then(|| "[КОМАНДА]".to_owned()));
    words.join(" ")
}

fn argument_in_russian(argument: Arg, text: Option<&'static str>) -> Arg {
    // Clap would add its own English words about defaults and values; the texts name them.
    let id = argument.get_id().to_string().to_uppercase();
    let stated = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let name = stated.unwrap_or(id);
    let name = VALUES.iter().find(|(english, _)| *english == name).map_or(name, |(_, value)| (*value).to_owned());
    let takes_value = argument.get_action().takes_values();
    let argument = argument.hide_default_value(true).hide_possible_values(true);
    let argument = match text {
        Some(text) => argument.help(text).long_help(None),
        None => argument,
    };
    if takes_value { argument.value_name(name) } else { argument }
}

/// A mistake in the arguments as a sentence.
fn mistake(error: &clap::Error) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let mut sentence = match error.kind() {
        ErrorKind::UnknownArgument => format!("неизвестный параметр «{argument}»"),
        ErrorKind::InvalidSubcommand => format!("неизвестная команда «{}»", context(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if context(ContextKind::InvalidValue).is_empty() => {
            format!("не указано значение параметра «{argument}»")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("неверное значение «{}» параметра «{argument}»", context(ContextKind::InvalidValue))
        }
        ErrorKind::MissingRequiredArgument => format!("не указано: {argument}"),
        ErrorKind::ArgumentConflict => {
            format!("«{argument}» нельзя указывать вместе с «{}»", context(ContextKind::PriorArg))
        }
        ErrorKind::MissingSubcommand => format!("не указана команда; есть: {}", context(ContextKind::ValidSubcommand)),
        _ => error.to_string().lines().next().unwrap_or_default().to_owned(),
    };
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(suggestion) = suggested.into_iter().map(context).find(|text| !text.is_empty()) {
        sentence.push_str(&format!("; возможно, нужно «{suggestion}»"));
    } else if error.kind() == ErrorKind::InvalidValue && !context(ContextKind::ValidValue).is_empty() {
        sentence.push_str(&format!("; можно: {}", context(ContextKind::ValidValue)));
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paths of all commands and their own arguments.
    fn paths(command: &Command, path: &str, found: &mut Vec<String>) {
        let at = |name: &str| format!("{path} {name}").trim_start().to_owned();
        found.push(path.to_owned());
        found.extend(command.get_arguments().map(|argument| at(&format!("--{}", argument.get_id()))));
        for sub in command.get_subcommands() {
            paths(sub, &at(sub.get_name()), found);
        }
    }

    #[test]
    fn every_command_and_flag_has_a_russian_text_and_the_reverse() {
        let mut due = vec!["--help".to_owned(), "--version".to_owned()];
        paths(&Cli::command(), "", &mut due);
        let missing: Vec<_> = due.iter().filter(|path| russian(path).is_none()).collect();
        let stale: Vec<_> = RUSSIAN.iter().map(|(path, _)| *path).filter(|p| !due.iter().any(|d| d == p)).collect();
        assert_eq!((missing, stale), (Vec::new(), Vec::new()));
    }

    fn told(arguments: &[&str], lang: Lang) -> String {
        parse(arguments, lang).expect_err("help or a mistake").0
    }

    #[test]
    fn help_speaks_one_language() {
        for arguments in [&["svod", "--help"][..], &["svod", "run", "-h"], &["svod", "law", "diff", "--help"]] {
            let russian = told(arguments, Lang::Ru);
            assert!(russian.contains("Использование: svod") && russian.contains("Параметры:"), "{russian}");
            for english in ["Usage", "Options", "Commands", "Arguments", "default", "possible", "Print", "OPTIONS"] {
                assert!(!russian.contains(english), "{english}: {russian}");
            }
            assert!(told(arguments, Lang::En).contains("Usage: svod"));
        }
    }

    #[test]
    fn mistakes_are_told_in_russian() {
        let cases: &[(&[&str], &str)] = &[
            (&["svod", "run", "--publik"], "неизвестный параметр «--publik»; возможно, нужно «--public»"),
            (&["svod", "ran"], "неизвестная команда «ran»; возможно, нужно «run»"),
            (&["svod", "run", "--rounding", "half"], "неверное значение «half» параметра «--rounding"),
            (&["svod", "run", "--as-of", "вчера"], "неверное значение «вчера» параметра «--as-of"),
            (&["svod", "run", "--as-of"], "не указано значение параметра «--as-of"),
            (&["svod", "law", "show"], "не указано: <ПЕРЕЧЕНЬ>"),
        ];
        for (arguments, expected) in cases {
            let text = told(arguments, Lang::Ru);
            assert!(text.starts_with(&format!("svod: {expected}")), "{text}");
        }
    }

    #[test]
    fn both_languages_parse_the_same() {
        let arguments = ["svod", "run", "папка", "-o", "итог", "--public", "--pdf", "--lang", "ru"];
        for lang in [Lang::Ru, Lang::En] {
            let cli = parse(arguments, lang).expect("right");
            assert!(format!("{cli:?}").contains("итог"), "{cli:?}");
        }
    }
}
