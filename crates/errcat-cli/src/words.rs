//! What the command says itself, in both languages.

use errcat::{Class, Lang, Lifecycle, Retry, Severity};

/// One of two words.
pub(crate) fn pick(lang: Lang, en: &'static str, zh: &'static str) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
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
        Retry::Never => ("never: the same request cannot succeed", "不可重试：同样的请求不会成功"),
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
