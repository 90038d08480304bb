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
        Retry::Never => ("The same request cannot succeed.", "同样的请求不会成功。"),
        Retry::AfterFix => ("Change something first, then repeat the request.", "先按处理建议修改，再重试。"),
        Retry::Later => ("The condition passes by itself.", "当前状态结束后即可重试。"),
        Retry::Backoff => ("Transient: repeat with growing pauses.", "临时性错误，按递增间隔重试。"),
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
            "Another operation is under way, or the state is changing.",
            "有其他操作正在进行，或状态正在变化。",
        ),
        Class::FailedPrecondition => (
            "Something is in a state, or of a kind, that does not allow this.",
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
