//! What went wrong and what to do about it, in either language.

use std::error::Error;
use std::io;
use std::path::PathBuf;

use svod::publish::pdf::{self, PdfError};

use super::Lang;

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A folder cannot be read.
    Folder(PathBuf, Box<dyn Error>),
    /// The folder with what was submitted cannot be read; `how` names another one.
    Inputs { path: PathBuf, error: io::Error, how: &'static str },
    /// A file cannot be opened.
    File(PathBuf, io::Error),
    /// The folder for results holds somebody else's files.
    Foreign(PathBuf),
    /// The folder of an earlier round has no tables to compare with.
    Previous(PathBuf, String),
    /// There is no finding with this code.
    NoFinding(String),
    /// There is no such figure of such an organization.
    NoFigure { organization: String, code: String, inputs: PathBuf },
    /// There is no list or form with this id.
    NoList(String),
    /// Anything else, told by the library, mostly in Russian.
    Other(Box<dyn Error>),
}

impl<E: Error + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Other(Box::new(error))
    }
}

impl Failure {
    /// A failure that the library tells in a sentence.
    pub(crate) fn told(text: String) -> Self {
        Self::Other(text.into())
    }

    /// The sentence for the terminal.
    pub(crate) fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian(),
            Lang::En => self.english(),
        }
    }

    fn russian(&self) -> String {
        match self {
            Self::Folder(path, error) => format!("не удалось прочитать папку «{}»: {error}", path.display()),
            Self::Inputs { path, error, how } if error.kind() == io::ErrorKind::NotFound => format!(
                "папки «{}» нет. Создайте её и положите в неё документы или назовите другую папку: {how}",
                path.display()
            ),
            Self::Inputs { path, error, how } => format!(
                "папку «{}» не удалось прочитать: {}. Другую папку называют так: {how}",
                path.display(),
                cause(error)
            ),
            Self::File(path, error) => format!("не удалось открыть файл «{}»: {}", path.display(), cause(error)),
            Self::Foreign(path) => format!(
                "папка «{}» не пуста и создана не программой svod; укажите другую папку для результатов (-o)",
                path.display()
            ),
            Self::Previous(path, error) => format!(
                "папку «{}» нельзя сравнить с новым запуском: {error}; укажите папку, которую записала программа svod",
                path.display()
            ),
            Self::NoFinding(code) => format!("замечания с кодом «{code}» нет; все коды показывает svod explain --all"),
            Self::NoFigure { organization, code, inputs } => format!(
                "в папке «{}» для организации «{organization}» нет значения «{code}»; проверьте ИНН или название, код \
                 (1.1–5.3, K1–K5, S) и папку (--inputs ПАПКА)",
                inputs.display()
            ),
            Self::NoList(id) => format!("нет перечня или формы «{id}»; все показывает команда svod law list"),
            Self::Other(error) => error.to_string(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Folder(path, error) => format!("cannot read the folder “{}”: {error}", path.display()),
            Self::Inputs { path, error, how } if error.kind() == io::ErrorKind::NotFound => format!(
                "there is no folder “{}”. Create it and put the documents there, or name another one: {}",
                path.display(),
                how.replace("ПАПКА", "FOLDER")
            ),
            Self::Inputs { path, error, how } => {
                format!(
                    "cannot read the folder “{}”: {error}. Another one is named so: {}",
                    path.display(),
                    how.replace("ПАПКА", "FOLDER")
                )
            }
            Self::File(path, error) => format!("cannot open the file “{}”: {error}", path.display()),
            Self::Foreign(path) => format!(
                "the folder “{}” is not empty and was not written by svod; name another folder for the results (-o)",
                path.display()
            ),
            Self::Previous(path, error) => format!(
                "the folder “{}” cannot be compared with a new run: {error}; name a folder that svod has written",
                path.display()
            ),
            Self::NoFinding(code) => format!("no finding has the code “{code}”; svod explain --all shows all codes"),
            Self::NoFigure { organization, code, inputs } => format!(
                "in the folder “{}” the organization “{organization}” has no figure “{code}”; check the ИНН or the name, \
                 the code (1.1–5.3, K1–K5, S) and the folder (--inputs FOLDER)",
                inputs.display()
            ),
            Self::NoList(id) => format!("there is no list or form “{id}”; svod law list shows all"),
            Self::Other(error) => error.to_string(),
        }
    }
}

/// The usual causes in Russian; the system tells them in its own language.
fn cause(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "его нет".to_owned(),
        io::ErrorKind::PermissionDenied => "нет прав на чтение".to_owned(),
        io::ErrorKind::IsADirectory => "это папка".to_owned(),
        _ => error.to_string(),
    }
}

/// Nothing was submitted.
pub(crate) fn nothing_to_read(folder: &std::path::Path, lang: Lang) -> String {
    let folder = folder.display();
    match lang {
        Lang::Ru => format!("в папке «{folder}» нет ни одного файла. Положите в неё документы и повторите запуск."),
        Lang::En => format!("there is no file in the folder “{folder}”. Put the documents there and run svod again."),
    }
}

/// The documents are there, their pdf is not.
pub(crate) fn warning_without_pdf(error: &PdfError, lang: Lang) -> String {
    let variable = pdf::OFFICE;
    match (lang, error) {
        (Lang::Ru, PdfError::NoOffice) => format!(
            "предупреждение: файлы pdf не сделаны, потому что LibreOffice не найден. Установите его или укажите путь к \
             soffice в переменной {variable}. Документы docx готовы."
        ),
        (Lang::Ru, error) => format!("предупреждение: файлы pdf не сделаны: {error}. Документы docx готовы."),
        (Lang::En, PdfError::NoOffice) => format!(
            "warning: no pdf was made, because LibreOffice was not found. Install it, or name the path of soffice in the \
             variable {variable}. The docx documents are there."
        ),
        (Lang::En, error) => format!("warning: no pdf was made: {error}. The docx documents are there."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_is_told_in_both_languages() {
        let failures = [
            Failure::Folder("inputs".into(), "отказано".into()),
            Failure::File("a.docx".into(), io::Error::other("x")),
            Failure::Foreign("outputs".into()),
            Failure::Previous("last".into(), "x".to_owned()),
            Failure::NoFinding("Z1".to_owned()),
            Failure::Inputs {
                path: "inputs".into(), error: io::ErrorKind::NotFound.into(), how: "svod run ПАПКА"
            },
            Failure::Inputs {
                path: "inputs".into(),
                error: io::ErrorKind::PermissionDenied.into(),
                how: "svod run ПАПКА",
            },
            Failure::NoFigure { organization: "Музей".to_owned(), code: "K9".to_owned(), inputs: "inputs".into() },
            Failure::NoList("x".to_owned()),
        ];
        for failure in failures {
            let (russian, english) = (failure.text(Lang::Ru), failure.text(Lang::En));
            assert_ne!(russian, english);
            assert!(russian.starts_with(|c: char| ('а'..='я').contains(&c)), "{russian}");
            assert!(english.starts_with(|c: char| c.is_ascii_lowercase()), "{english}");
        }
        let error = PdfError::NotMade("protocol-culture.docx".to_owned());
        assert!(warning_without_pdf(&error, Lang::Ru).contains("protocol-culture.docx"));
        assert!(warning_without_pdf(&PdfError::NoOffice, Lang::En).starts_with("warning"));
    }
}
