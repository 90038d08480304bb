//! What the command itself says of an entry, in both languages: the label of each key, and the words of the closed sets.

use errcat::{Class, Lang, Lifecycle, Retry, Severity};

/// The languages that the command has words of its own in. For texts of any other language it uses the English ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UiLang {
    English,
    Chinese,
}

impl UiLang {
    /// Returns the words to use beside texts of this language.
    pub(crate) fn of(lang: Lang) -> Self {
        if lang.base() == Lang::ZH { Self::Chinese } else { Self::English }
    }
}

/// Returns one of two texts.
pub(crate) fn pick(lang: Lang, en: &'static str, zh: &'static str) -> &'static str {
    match UiLang::of(lang) {
        UiLang::English => en,
        UiLang::Chinese => zh,
    }
}

/// Declares the keys of an entry: their names in catalog files, and their labels in English and Chinese.
macro_rules! keys {
    ($($variant:ident, $word:literal, $en:literal, $zh:literal;)+) => {
        /// A key of an entry or of an overlay, in the order of catalog files.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Key {
            $($variant,)+
        }

        impl Key {
            /// Returns its name in catalog files.
            pub(crate) const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// Returns what readers see in front of its value.
            pub(crate) fn label(self, lang: Lang) -> &'static str {
                match self {
                    $(Self::$variant => pick(lang, $en, $zh),)+
                }
            }
        }
    };
}

keys! {
    Code, "code", "Code", "错误码";
    Name, "name", "Name", "名称";
    Status, "status", "Status", "状态码";
    Group, "group", "Group", "模块";
    Lifecycle, "lifecycle", "State", "状态";
    Since, "since", "Since", "始于";
    Deprecated, "deprecated", "Deprecated", "已弃用";
    ReplacedBy, "replaced_by", "Use instead", "改用";
    Undocumented, "undocumented", "undocumented", "未公开";
    Message, "message", "Message", "错误信息";
    Params, "params", "Parameters", "参数";
    Wordings, "wordings", "Wordings", "其他写法";
    Description, "description", "Why", "原因";
    Remediation, "remediation", "Fix", "处理";
    Class, "class", "Class", "类别";
    Retry, "retry", "Retry", "重试";
    RetryAfter, "retry_after", "Wait", "等待";
    Severity, "severity", "severity", "严重程度";
    Former, "former", "Formerly", "曾用";
    See, "see", "See", "参见";
    Note, "note", "Note", "说明";
    Source, "source", "From", "来源";
    Url, "url", "Page", "页面";
    // Of the layers of overlays.
    Runbook, "runbook", "runbook", "操作手册";
    Owner, "owner", "owner", "负责人";
    Translation, "translation", "translation", "翻译";
}

/// Returns what a layer of an overlay is called, where it says something.
pub(crate) fn layer(lang: Lang) -> &'static str {
    pick(lang, "Layer", "补充")
}

/// Returns what the catalog of an entry is called, where there are several.
pub(crate) fn catalog(lang: Lang) -> &'static str {
    pick(lang, "Catalog", "目录")
}

/// Returns what stands between a label and its text.
pub(crate) fn colon(lang: Lang) -> &'static str {
    pick(lang, ":", "：")
}

pub(crate) fn class(lang: Lang, class: Class) -> &'static str {
    let (en, zh) = match class {
        Class::InvalidArgument => ("invalid argument", "参数错误"),
        Class::Unauthenticated => ("unauthenticated", "未认证"),
        Class::PermissionDenied => ("permission denied", "权限不足"),
        Class::NotFound => ("not found", "不存在"),
        Class::AlreadyExists => ("already exists", "已存在"),
        Class::Conflict => ("conflict", "操作冲突"),
        Class::FailedPrecondition => ("failed precondition", "前提条件不满足"),
        Class::QuotaExceeded => ("quota exceeded", "超出配额"),
        Class::Throttled => ("throttled", "流控"),
        Class::Unsupported => ("unsupported", "不支持"),
        Class::Unavailable => ("unavailable", "服务不可用"),
        Class::Internal => ("internal", "内部错误"),
    };
    pick(lang, en, zh)
}

pub(crate) fn retry(lang: Lang, retry: Retry) -> &'static str {
    let (en, zh) = match retry {
        Retry::Never => (
            "never: the request cannot succeed, whatever is changed",
            "不可重试：无论如何修改，请求都不会成功",
        ),
        Retry::AfterFix => ("after the fix", "处理后重试"),
        Retry::Later => ("later, when the condition has passed", "稍后重试，等待当前状态结束"),
        Retry::Backoff => ("with growing pauses", "按递增间隔重试"),
    };
    pick(lang, en, zh)
}

pub(crate) fn severity(lang: Lang, severity: Severity) -> &'static str {
    let (en, zh) = match severity {
        Severity::Critical => ("critical", "致命"),
        Severity::High => ("high", "高"),
        Severity::Medium => ("medium", "中"),
        Severity::Low => ("low", "低"),
        Severity::Warning => ("warning", "警告"),
    };
    pick(lang, en, zh)
}

/// Retry in a word or two, where there is no room for more.
pub(crate) fn retry_brief(lang: Lang, retry: Retry) -> &'static str {
    let (en, zh) = match retry {
        Retry::Never => ("never", "不可重试"),
        Retry::AfterFix => ("after the fix", "处理后重试"),
        Retry::Later => ("later", "稍后重试"),
        Retry::Backoff => ("with backoff", "退避重试"),
    };
    pick(lang, en, zh)
}

/// What a word for retry means.
pub(crate) fn retry_meaning(lang: Lang, retry: Retry) -> &'static str {
    let (en, zh) = match retry {
        Retry::Never => {
            ("The request cannot succeed, whatever is changed.", "无论如何修改，请求都不会成功。")
        }
        Retry::AfterFix => (
            "Someone has to change something first: the remediation says what.",
            "先按处理建议修改，再重试。",
        ),
        Retry::Later => {
            ("The condition passes by itself: try again when it has.", "当前状态结束后即可重试。")
        }
        Retry::Backoff => {
            ("The fault is transient: try again with growing pauses.", "临时性错误，按递增间隔重试。")
        }
    };
    pick(lang, en, zh)
}

/// What a class means.
pub(crate) fn class_meaning(lang: Lang, class: Class) -> &'static str {
    let (en, zh) = match class {
        Class::InvalidArgument => ("A parameter of the request is wrong.", "请求参数有误。"),
        Class::Unauthenticated => (
            "The caller is not known: credentials are missing, wrong or expired.",
            "无法识别调用者：凭证缺失、错误或已过期。",
        ),
        Class::PermissionDenied => ("The caller is known and may not do this.", "调用者无权执行该操作。"),
        Class::NotFound => ("What the request names does not exist.", "请求的对象不存在。"),
        Class::AlreadyExists => ("What the request would create exists already.", "要创建的对象已存在。"),
        Class::Conflict => (
            "Another operation is under way, or the state changes by itself.",
            "有其他操作正在进行，或状态正在变化。",
        ),
        Class::FailedPrecondition => (
            "Something is in a state, or of a kind, that someone must change first.",
            "对象的状态或类型不允许执行该操作。",
        ),
        Class::QuotaExceeded => ("A quota, a limit or a capacity is used up.", "配额、上限或容量已用尽。"),
        Class::Throttled => ("Too many requests in too short a time.", "短时间内请求过多。"),
        Class::Unsupported => ("The system does not support this.", "系统不支持该操作。"),
        Class::Unavailable => {
            ("A service or host that is needed cannot be reached.", "无法连接所需的服务或主机。")
        }
        Class::Internal => ("A fault inside the service.", "服务内部错误。"),
    };
    pick(lang, en, zh)
}

/// What to say of a code that is not in use.
pub(crate) fn lifecycle(lang: Lang, lifecycle: Lifecycle) -> Option<&'static str> {
    match lifecycle {
        Lifecycle::Active => None,
        Lifecycle::Unused => Some(pick(lang, "not used currently", "暂未使用")),
        Lifecycle::Retired => Some(pick(lang, "retired", "已废弃")),
    }
}

#[cfg(test)]
mod tests {
    use errcat::{Class, Lang, Retry};

    use super::{class_meaning, retry_meaning};

    /// The page for contributors, the schema in their editors and the site define each word by the same sentence.
    #[test]
    fn a_word_means_the_same_everywhere() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog");
        let page = std::fs::read_to_string(format!("{root}/README.md")).unwrap();
        let schema = std::fs::read_to_string(format!("{root}/schema.json")).unwrap();
        let classes = Class::ALL.iter().map(|class| (class.as_str(), class_meaning(Lang::EN, *class)));
        let retries = Retry::ALL.iter().map(|retry| (retry.as_str(), retry_meaning(Lang::EN, *retry)));
        for (word, meaning) in classes.chain(retries) {
            assert!(page.contains(&format!("| `{word}` | {meaning} |\n")), "{word}");
            let in_schema = schema.split(&format!("\"const\": \"{word}\",")).nth(1).unwrap();
            assert!(in_schema.trim_start().starts_with(&format!("\"description\": \"{meaning}\"")), "{word}");
        }
    }
}
