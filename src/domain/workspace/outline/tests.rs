use super::super::fixture::Told;
use super::*;

#[test]
fn every_line_of_the_outline_stands_where_the_documents_have_it() {
    let workspace = Told::new().workspace;
    let outline = workspace.outline();
    let rows: Vec<_> = workspace.rows().collect();
    let is_named = workspace.has_several_documents();
    let lines: Vec<_> = outline.lines().iter().collect();
    let own = lines.iter().filter(|line| line.depth == 0 || !is_named);
    assert!(own.count() > 0);
    let within = lines
        .iter()
        .filter(|line| !matches!(line.node, Node::Document(_)));
    let within: Vec<_> = within.collect();
    assert_eq!(within.len(), rows.len());
    for (line, row) in within.iter().zip(&rows) {
        match (workspace.content(line), row.node) {
            (Some(Content::Heading(found)), DocumentNode::Heading(heading)) => {
                assert_eq!((found, line.node), (heading, Node::Heading(heading.key)));
            }
            (Some(Content::Activity(found)), DocumentNode::Activity(activity)) => {
                assert_eq!((found, line.node), (activity, Node::Activity(activity.key)));
            }
            (found, row) => panic!("{found:?} for {row:?}"),
        }
        assert_eq!(line.depth, row.depth + usize::from(is_named));
    }
    for (place, line) in lines.iter().enumerate() {
        assert_eq!(outline.place(line.node), Some(place));
    }
}
