//! Terms and punctuation of the Chinese texts.

use errcat::{CATALOG, Lang};

use crate::{is_chinese, none, own_texts, place, without_spans};

#[test]
fn chinese_uses_one_term_for_one_thing() {
    const NEVER: [&str; 14] = [
        "请联系",
        "华为云未公布",
        "官方描述",
        "官方处理措施",
        "用户反馈",
        "账号余额",
        "帐号",
        "帐户",
        "登陆",
        "消息体",
        "目标桶",
        "Token",
        "您",
        "移除不受支持的文件系统",
    ];
    let mut faults = Vec::new();
    for entry in CATALOG.entries() {
        for text in own_texts(entry, Lang::ZH) {
            let plain = without_spans(&text);
            let mut terms: Vec<&str> = NEVER.into_iter().filter(|term| plain.contains(term)).collect();
            // The target of a migration is 目的端; CSBS has servers called 目标服务器.
            terms.extend(
                ["目标服务器", "目标端"]
                    .into_iter()
                    .filter(|term| entry.service().name() == "sms" && plain.contains(term)),
            );
            // Requests and applications apart, 请 is "please".
            let please = plain.replace("请求", "").replace("申请", "").contains('请');
            terms.extend(please.then_some("请"));
            faults.extend(terms.into_iter().map(|term| format!("{}: {term}: {plain}", place(entry))));
        }
    }
    none(faults);
}

#[test]
fn chinese_has_full_width_punctuation_and_no_blanks() {
    let mut faults = Vec::new();
    for entry in CATALOG.entries() {
        for text in own_texts(entry, Lang::ZH) {
            for line in text.lines() {
                let plain: Vec<char> = without_spans(line).chars().collect();
                let beside = |at: usize| {
                    [at.wrapping_sub(1), at + 1]
                        .into_iter()
                        .filter_map(|at| plain.get(at))
                        .any(|c| is_chinese(*c))
                };
                let wrong = plain.iter().enumerate().find(|(at, letter)| match letter {
                    ',' | ';' | ':' | '?' | '!' | '(' | ')' | '"' | ' ' => beside(*at),
                    _ => false,
                });
                // "Edit > Paste": the sign between two entries of a menu has blanks around it.
                let wrong = wrong.filter(|(at, letter)| {
                    **letter != ' '
                        || ![at.wrapping_sub(1), at + 1].iter().any(|at| plain.get(*at) == Some(&'>'))
                });
                if let Some((_, letter)) = wrong {
                    faults.push(format!("{}: {letter:?}: {line}", place(entry)));
                }
                if !line.ends_with(['。', '”', '）', '`']) {
                    faults.push(format!("{}: no full stop: {line}", place(entry)));
                }
            }
        }
    }
    none(faults);
}
