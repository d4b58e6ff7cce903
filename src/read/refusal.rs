//! Why a file is not read: one code, one Russian text saying what is wrong and what to do.

use crate::model::{Format, Reason};

/// A refusal whose text does not depend on the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refusal {
    code: &'static str,
    text: &'static str,
}

impl Refusal {
    /// The reason as it goes to the quarantine.
    pub(super) fn reason(self) -> Reason {
        Reason::new(self.code, self.text)
    }
}

pub(super) const EMPTY: Refusal = Refusal {
    code: "empty",
    text: "Файл пуст (0 байт). Отправьте файл заново: вероятно, он не был сохранён или загружен.",
};
pub(super) const NOTHING_INSIDE: Refusal = Refusal {
    code: "empty",
    text: "В файле нет ни одной строки текста. Если внутри изображение, отправьте документ с текстом в формате .docx.",
};
pub(super) const ENCRYPTED: Refusal = Refusal {
    code: "encrypted",
    text: "Файл защищён паролем. Снимите пароль на открытие и отправьте файл заново.",
};
pub(super) const BROKEN_ZIP: Refusal = Refusal {
    code: "broken-zip",
    text: "Файл повреждён: его содержимое не распаковывается. Откройте исходный документ, сохраните заново и отправьте ещё раз.",
};
pub(super) const BROKEN_XML: Refusal = Refusal {
    code: "broken-xml",
    text: "Файл повреждён: внутренняя разметка документа нарушена с самого начала. Сохраните документ заново и отправьте ещё раз.",
};
pub(super) const BROKEN_OLE: Refusal = Refusal {
    code: "broken-file",
    text: "Файл повреждён: его оглавление не читается. Откройте исходный документ, сохраните в формате .docx или .xlsx.",
};
pub(super) const NO_MAIN_PART: Refusal = Refusal {
    code: "broken-zip",
    text: "В файле нет основной части документа. Откройте исходный документ, сохраните заново и отправьте ещё раз.",
};
pub(super) const UNKNOWN: Refusal = Refusal {
    code: "unknown-format",
    text: "Формат файла не распознан. Сохраните документ в формате .docx, .xlsx, .html, .csv или .txt.",
};
pub(super) const TOO_LARGE: Refusal = Refusal {
    code: "too-large",
    text: "Таблица слишком велика: ячейки разбросаны по миллионам строк и столбцов. \
           Скопируйте заполненную область в новую книгу и отправьте её.",
};
pub(super) const TEXT_TOO_LARGE: Refusal = Refusal {
    code: "too-large",
    text: "Текстовый файл больше 256 МиБ. Разделите его на части и отправьте их по отдельности.",
};
pub(super) const PAGE_TOO_LARGE: Refusal = Refusal {
    code: "too-large",
    text: "Страница больше 32 МиБ. Скопируйте нужную таблицу в документ .docx и отправьте его.",
};
pub(super) const ZIP_BOMB: Refusal = Refusal {
    code: "zip-bomb",
    text: "После распаковки файл занимает недопустимо много места. Сохраните документ заново без вложений и лишних данных.",
};
pub(super) const TOO_DEEP: Refusal = Refusal {
    code: "too-deep",
    text: "Разметка страницы вложена недопустимо глубоко. Откройте страницу в браузере, скопируйте текст в документ .docx.",
};
pub(super) const UNREADABLE_SCAN: Refusal = Refusal {
    code: "unreadable-scan",
    text: "Нечитаемый скан: русский текст распознан латинскими буквами. \
           Отправьте исходный документ или распознайте скан заново с русским языком.",
};
pub(super) const WORKBOOK_BROKEN: Refusal = Refusal {
    code: "workbook-broken",
    text: "Книга повреждена и не открывается. Откройте её в табличном редакторе, сохраните в формате .xlsx и отправьте заново.",
};

/// A format that is known and has no reader.
pub(super) fn unsupported(format: Format) -> Reason {
    match format {
        Format::Pdf => {
            unsupported_named("PDF", "Отправьте исходный документ, из которого сделан PDF, в формате .docx или .xlsx")
        }
        Format::Doc => unsupported_named(
            "Word 97–2003 (.doc)",
            "Откройте его в текстовом редакторе и сохраните документ в формате .docx",
        ),
        Format::Rtf => {
            unsupported_named("RTF", "Откройте его в текстовом редакторе и сохраните документ в формате .docx")
        }
        Format::Odt => unsupported_named(
            "OpenDocument (.odt)",
            "Откройте его в текстовом редакторе и сохраните документ в формате .docx",
        ),
        Format::Zip => unsupported_named("архива внутри архива", "Распакуйте его и отправьте файлы по отдельности"),
        other => unsupported_named(other.as_str(), "Сохраните документ в формате .docx или .xlsx"),
    }
}

/// A kind of file that is known by name only.
pub(super) fn unsupported_named(what: &str, advice: &str) -> Reason {
    Reason::new("unsupported-format", format!("Файлы формата {what} пока не читаются. {advice}."))
}
