//! Words that people use for one another: who searches writes another one than the document.
//!
//! Chinese words are written as [`tokenize`](super::tokenize) makes them: two characters, the telling ones of a longer word.

/// How like a word is to a synonym of it.
pub(super) const SYNONYM: f64 = 0.6;

/// Words of a group mean much the same in an error message.
const GROUPS: &[&[&str]] = &[
    &["不足", "不够", "已满", "满了", "剩余", "full", "insufficient", "enough"],
    &["用尽", "用完", "耗尽", "上限", "exhausted", "exceeded", "reached"],
    &["太小", "过小", "小于", "small", "smaller", "less"],
    &["太大", "过大", "超过", "大于", "超出", "large", "larger", "exceeds", "long"],
    &["找不", "未找", "查不", "未查", "不存", "没有", "missing", "found", "exist", "absent"],
    &["超时", "timeout", "timed"],
    &["太旧", "过旧", "过低", "旧版", "outdated", "old", "earlier"],
    &["过慢", "太慢", "很慢", "度慢", "缓慢", "slow", "slowly"],
    &["速度", "速率", "进度", "speed", "rate", "progress"],
    &["重名", "同名", "重复", "已存", "名的", "duplicate", "taken"],
    &["欠费", "余额", "arrears", "balance"],
    &["连不", "连接", "connect", "connection", "reach", "unreachable"],
    &["不对", "错误", "有误", "无效", "wrong", "invalid", "incorrect"],
    &["权限", "无权", "授权", "permission", "permissions", "authorized", "privileges"],
    &["令牌", "token"],
    &["过期", "失效", "到期", "expired"],
    &["云盘", "硬盘", "磁盘", "disk", "volume"],
    &["目标", "目的", "target", "destination"],
    &["占用", "使用", "use", "used"],
    &["解析", "dns", "resolve", "resolution"],
    &["限流", "流控", "throttling", "throttled"],
    &["关机", "停机", "stopped", "shutdown"],
    &["重启", "restart", "reboot"],
    &["目录", "件夹", "directory", "folder"],
];

/// The other words of the groups that a word is in.
pub(super) fn of(word: &str) -> impl Iterator<Item = &'static str> {
    let groups = GROUPS.iter().filter(move |group| group.contains(&word));
    groups.flat_map(|group| group.iter().copied()).filter(move |other| *other != word)
}

#[cfg(test)]
mod tests {
    use super::GROUPS;
    use crate::search::tokenize::words;

    #[test]
    fn synonyms_are_words() {
        for word in GROUPS.iter().copied().flatten() {
            let found: Vec<String> = words(word).map(|word| word.text).collect();
            assert_eq!(found, [*word], "no text has such a word");
        }
    }
}
