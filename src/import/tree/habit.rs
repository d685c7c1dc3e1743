//! What the whole sequence says of single lines.

use crate::import::draft::Node;
use crate::import::number::{self, Shape};
use crate::import::resolve::Item;

/// The name a level is called by most.
pub(super) fn most(names: &[String]) -> String {
    let mut best: Option<(&String, usize)> = None;
    for name in names {
        let count = names.iter().filter(|other| *other == name).count();
        if best.is_none_or(|(_, most)| count > most) {
            best = Some((name, count));
        }
    }
    best.map_or_else(|| "Раздел".to_owned(), |(name, _)| name.clone())
}

/// Headings without anything under them are kept; those without title and children are not.
pub(super) fn prune(nodes: &mut Vec<Node>) {
    nodes.retain_mut(|node| match node {
        Node::Heading(heading) => {
            prune(&mut heading.children);
            !(heading.title.is_empty() && heading.children.is_empty())
        }
        Node::Activity(_) => true,
    });
}

/// Whether printed numbers number the headings of the last column of headings.
pub(super) fn number_is_headings(items: &[Item]) -> bool {
    let (mut goes_on, mut without) = (0, 0);
    for item in items {
        if let Item::Activity { fields, .. } = item
            && let Some(last) = fields.headings.last()
            && !last.is_own
        {
            goes_on += 1;
            without += usize::from(!fields.number_is_own);
        }
    }
    goes_on > 0 && without * 10 >= goes_on * 8
}

/// Lines with cells of their own that other lines stand under: «1.» with deadline and result, below
/// it «1.1.», «1.2.».
pub(super) fn parents(items: &[Item]) -> Vec<usize> {
    let shape = |item: &Item| match item {
        Item::Activity { fields, .. } if fields.number_is_own => number::read(&fields.number),
        _ => None,
    };
    let shapes: Vec<Option<Shape>> = items.iter().map(shape).collect();
    let decimal = |shape: &Shape| matches!(shape, Shape::Decimal(_)).then(|| shape.depth());
    let Some(least) = shapes.iter().flatten().filter_map(decimal).min() else {
        return Vec::new();
    };
    let top: Vec<usize> = shapes
        .iter()
        .enumerate()
        .filter(|(_, shape)| shape.as_ref().and_then(decimal) == Some(least))
        .map(|(index, _)| index)
        .collect();
    let with: Vec<usize> = top
        .iter()
        .copied()
        .filter(|index| {
            let own = shapes.get(*index).and_then(Option::as_ref);
            let next = shapes.get(index + 1).and_then(Option::as_ref);
            matches!((own, next), (Some(own), Some(next)) if next.is_below(own))
        })
        .collect();
    if with.len() * 2 >= top.len() {
        with
    } else {
        Vec::new()
    }
}
