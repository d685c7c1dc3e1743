//! What stays on one page with the signatures: a place to sign never stands alone (ГОСТ Р 7.0.97,
//! and every clerk).

use std::collections::BTreeSet;

use super::super::model::{Block, Role};

/// Letters of two lines of text; so much at least stands over a signature.
const TWO_LINES: usize = 160;

/// The places of blocks that go over to the next page with the block after them.
pub(super) fn with_signatures(blocks: &[Block]) -> BTreeSet<usize> {
    let mut kept = BTreeSet::new();
    let Some(first) = blocks.iter().position(is_signature) else {
        return kept;
    };
    // Signatures and what belongs to them (the day under «Верно») are one.
    let last = blocks
        .iter()
        .enumerate()
        .rev()
        .find(|(at, block)| is_signature(block) || (*at > 0 && is_day_of(blocks, *at)))
        .map_or(first, |(at, _)| at);
    kept.extend(first..last);
    let mut letters = 0;
    for (at, block) in blocks.iter().enumerate().take(first).rev() {
        kept.insert(at);
        let Some(text) = text(block) else { break };
        letters += text.chars().count();
        if letters >= TWO_LINES {
            break;
        }
    }
    kept
}

/// Whether a block goes over to the next page with the one after it: what is said under a point stays
/// with it. Chains are kept short: `LibreOffice` has left a heading alone before three that were kept.
pub(super) fn is_with_the_next(blocks: &[Block], at: usize) -> bool {
    match (blocks.get(at), blocks.get(at + 1)) {
        (Some(Block::Point(_)), Some(Block::Text(Role::Remark, _))) => true,
        // Text over a table, as a heading of it: «По состоянию на …».
        (Some(Block::Text(role, _)), Some(Block::Table(_))) => *role != Role::Remark,
        _ => false,
    }
}

/// The signatures that stand in a row from a place on: post, what is on the line, name.
pub(super) fn signatures_from(blocks: &[Block], at: usize) -> Vec<[&str; 3]> {
    blocks
        .iter()
        .skip(at)
        .map_while(|block| match block {
            Block::Signature {
                post,
                name,
                is_copy,
            } => {
                let line = if *is_copy {
                    "(подпись)"
                } else {
                    "___________"
                };
                Some([post.as_str(), line, name.as_str()])
            }
            _ => None,
        })
        .collect()
}

fn is_signature(block: &Block) -> bool {
    matches!(block, Block::Signature { .. })
}

/// A line right behind a signature.
fn is_day_of(blocks: &[Block], at: usize) -> bool {
    matches!(blocks.get(at), Some(Block::Text(Role::Line, _)))
        && at
            .checked_sub(1)
            .and_then(|before| blocks.get(before))
            .is_some_and(is_signature)
}

fn text(block: &Block) -> Option<&str> {
    match block {
        Block::Text(_, text) => Some(text),
        Block::Point(point) => Some(&point.text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Block {
        Block::Text(Role::Body, text.to_owned())
    }

    fn sign() -> Block {
        Block::Signature {
            post: "Председатель".to_owned(),
            name: String::new(),
            is_copy: false,
        }
    }

    #[test]
    fn two_lines_of_text_at_least_stay_with_the_signatures() {
        let long = "слово ".repeat(40);
        let blocks = [
            line(&long),
            line(&long),
            line("Приложение."),
            sign(),
            sign(),
        ];
        let kept: Vec<usize> = with_signatures(&blocks).into_iter().collect();
        assert_eq!(kept, [1, 2, 3]);
        assert!(with_signatures(&[line("а")]).is_empty());
    }

    #[test]
    fn the_day_under_a_signature_stays_with_it() {
        let day = Block::Text(Role::Line, "«___» ____ 20___ г.".to_owned());
        let kept = with_signatures(&[line("Верно"), sign(), day]);
        assert!(kept.contains(&0) && kept.contains(&1) && !kept.contains(&2));
    }
}
