//! The evidence card at the foot: the reason at the left, the exact words at the right.

mod cells;
mod edits;
pub mod sheet;
mod staves;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Align2, CursorIcon, Layout, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::ViewContext;
use crate::gui::command::{Command, Question, Ruling};
use crate::gui::icons;
use crate::gui::state::Selection;
use crate::gui::theme::{Face, size};
use crate::gui::widgets::button::{self, Button, Weight, label_at};
use crate::gui::widgets::text;
use crate::model::{ArticleIdx, Confidence, FindingKind, Judgment, Utterance, Verdict};

/// Height of the reason where the card stands beside the view.
const REASON: f32 = 200.0;

/// A title of more letters than this is set smaller at the foot, where it stands in a narrow column.
const LONG_TITLE: usize = 60;

pub fn card_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    rect: Rect,
    is_folded: bool,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let is_docked = rect.height() > rect.width();
    let edge = Stroke::new(1.0, theme.line2);
    ui.painter().rect_filled(rect, 0.0, theme.raised);
    if is_docked {
        ui.painter().vline(rect.left() + 0.5, rect.y_range(), edge);
    } else {
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, edge);
    }
    if cx.state.selection.is_none() {
        let hint = if cx.all.len() < 2 {
            "Nothing shared yet. Add a second article"
        } else {
            "Select a finding (N takes the next) or a marked quotation: its words stand here side by side"
        };
        let response = ui.interact(rect, ui.scope_id().with("hint"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, hint));
        let at = pos2(rect.left() + size::PANEL_PADDING, rect.top() + 16.0);
        label_at(ui, at, Align2::LEFT_CENTER, hint, Face::UI, theme.ink3);
        return;
    }
    let line = Stroke::new(1.0, theme.line);
    if is_folded {
        folded_ui(cx, ui, rect, commands);
    } else if is_docked {
        let (reason, words) = rect.split_top_bottom_at_y(rect.top() + REASON);
        ui.painter().hline(words.x_range(), words.top() - 0.5, line);
        reason_ui(cx, ui, reason.with_max_x(rect.right() - 34.0), commands);
        words_ui(cx, ui, words, commands);
    } else {
        edge_ui(ui, rect, commands);
        let (reason, words) = rect.split_left_right_at_x(rect.left() + size::FINDINGS);
        ui.painter()
            .vline(reason.right() - 0.5, reason.y_range(), line);
        reason_ui(cx, ui, reason, commands);
        let words = words.with_min_y(rect.top() + 1.0);
        words_ui(cx, ui, words.with_max_x(rect.right() - 34.0), commands);
    }
    let fold = Rect::from_center_size(
        pos2(rect.right() - 18.0, rect.top() + 16.0),
        vec2(26.0, 26.0),
    );
    let (sign, name) = if is_folded {
        (icons::CARET_UP, "Show the evidence card  E")
    } else {
        (icons::CARET_DOWN, "Fold the evidence card  E")
    };
    let mut child = ui.new_child(UiBuilder::new().max_rect(fold));
    if child.add(button::icon(sign, name)).clicked() {
        commands.push(Command::ToggleCard);
    }
}

/// The card as a line: what is selected, and a click that opens it.
fn folded_ui(cx: &ViewContext<'_>, ui: &Ui, rect: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    let layer = cx.state.selected_layer();
    let line = rect.with_max_x(rect.right() - 34.0);
    let response = ui.interact(line, ui.scope_id().with("folded"), Sense::CLICK);
    let name = format!("Selected: {}", title(cx));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(line, 0.0, theme.hover);
    }
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        commands.push(Command::ToggleCard);
    }
    let at = pos2(rect.left() + size::PANEL_PADDING, rect.center().y);
    let hue = theme.hue(layer);
    label_at(ui, at, Align2::LEFT_CENTER, layer.icon(), Face::ICON, hue);
    let width = rect.width() - 100.0;
    let title = text::wrapped(ui, &title(cx), Face::UI_STRONG, theme.ink, width, 1);
    let at = pos2(at.x + 24.0, rect.center().y - title.size().y / 2.0);
    ui.painter().galley(at, title, theme.ink);
}

/// The upper edge, which can be dragged.
fn edge_ui(ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let edge = rect
        .with_max_y(rect.top() + 3.0)
        .with_min_y(rect.top() - 3.0);
    let response = ui.interact(edge, ui.scope_id().with("edge"), Sense::DRAG);
    let response = response.on_hover_and_drag_cursor(CursorIcon::ResizeVertical);
    if response.dragged()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        commands.push(Command::SizeCard(rect.bottom() - pointer.y));
    }
}

fn title(cx: &ViewContext<'_>) -> String {
    if let Some(finding) = cx.state.selected_finding() {
        // The sentence stands beside it.
        return match (finding.kind, finding.places.first()) {
            (FindingKind::OnlyHere, Some(place)) => format!("Only in {}", cx.outlet(place.article)),
            _ => finding.title.clone(),
        };
    }
    if let Some(row) = cx.state.selected_fact() {
        return row.label.clone();
    }
    match cx.state.selected_utterance() {
        Some(idx) => {
            let n = outlets(&cx.state.comparison.utterances[idx]).len();
            format!("One quotation in {n} articles")
        }
        None => String::new(),
    }
}

fn outlets(utterance: &Utterance) -> std::collections::BTreeSet<ArticleIdx> {
    utterance
        .witnesses
        .iter()
        .map(|it| it.place.article)
        .collect()
}

/// What the selection is called by kind.
fn kind(cx: &ViewContext<'_>) -> &'static str {
    match (cx.state.selected_finding(), cx.state.selected_fact()) {
        (Some(finding), _) => finding.kind.name(),
        (None, Some(row)) => match row.verdict {
            Verdict::Agrees => "Fact, agrees",
            Verdict::Refines => "Fact, one is more precise",
            Verdict::Differs => "Fact, differs",
            Verdict::OnlyOne => "Fact, only one outlet",
        },
        (None, None) => "Shared quotation",
    }
}

/// Why it is shown, and how sure that is.
fn rule<'a>(cx: &'a ViewContext<'_>) -> (&'a str, &'static str) {
    match (cx.state.selected_finding(), cx.state.selected_fact()) {
        (Some(finding), _) if finding.kind == FindingKind::OnlyHere => (&finding.rule, ""),
        (Some(finding), _) => (&finding.rule, confidence(finding.confidence)),
        (None, Some(row)) => (row.rule, ""),
        (None, None) => (SHARED, ""),
    }
}

/// Kind, title, rule and confidence.
fn reason_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let theme = cx.theme;
    let is_docked = rect.width() > size::FINDINGS;
    let layer = cx.state.selected_layer();
    let kind = kind(cx);
    let hue = theme.hue(layer);
    let y = rect.top() + 20.0;
    label_at(
        ui,
        pos2(rect.left() + 16.0, y),
        Align2::LEFT_CENTER,
        layer.icon(),
        Face::ICON,
        hue,
    );
    label_at(
        ui,
        pos2(rect.left() + 38.0, y),
        Align2::LEFT_CENTER,
        kind,
        Face::CAPTION,
        hue,
    );
    if let Some(Selection::Finding(idx)) = cx.state.selection {
        let count = format!("{} of {}", idx + 1, cx.state.comparison.findings.len());
        let name = format!("Card, finding {count}");
        let area = Rect::from_min_size(rect.min, vec2(rect.width(), 32.0));
        let response = ui.interact(area, ui.scope_id().with("card"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        label_at(
            ui,
            pos2(rect.right() - 12.0, y),
            Align2::RIGHT_CENTER,
            &count,
            Face::CAPTION,
            theme.ink3,
        );
    }
    let body = Rect::from_min_max(
        pos2(rect.left() + 16.0, y + 16.0),
        pos2(rect.right() - 8.0, rect.bottom() - 42.0),
    );
    actions_ui(cx, ui, rect, commands);
    let mut child = ui.new_child(UiBuilder::new().max_rect(body));
    ScrollArea::vertical()
        .id_salt("reason")
        .auto_shrink(false)
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let width = body.width() - 8.0;
            let mut part = |words: &str, face: Face, color| {
                let galley = text::wrapped(ui, words, face, color, width, 0);
                ui.add(eframe::egui::Label::new(galley).selectable(true));
            };
            let title = title(cx);
            let is_long = title.chars().count() > LONG_TITLE;
            let face = if is_long && !is_docked {
                Face::CARD_TITLE_LONG
            } else {
                Face::CARD_TITLE
            };
            part(&title, face, theme.ink);
            if let Some(note) = cx.state.noted().and_then(|it| cx.state.note(it)) {
                part(&note.text, Face::UI, theme.ink);
                part(&note.tags.join(" · "), Face::CAPTION, theme.accent);
            }
            let (rule, confidence) = rule(cx);
            part(rule, Face::CAPTION, theme.ink2);
            if !confidence.is_empty() {
                part(confidence, Face::CAPTION, theme.ink2);
            }
        });
}

/// What can be done with the selection, at the foot of the reason.
fn actions_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let area = rect
        .with_min_y(rect.bottom() - 38.0)
        .shrink2(vec2(8.0, 4.0));
    let builder = UiBuilder::new()
        .max_rect(area)
        .layout(Layout::left_to_right(Align::Center));
    let mut row = ui.new_child(builder);
    row.spacing_mut().item_spacing.x = 2.0;
    if let Some(Selection::Finding(idx)) = cx.state.selection {
        let is_kept = cx.state.is_accepted(idx);
        let (label, weight, name, judgment) = if is_kept {
            let name = "Kept; click to leave it open again";
            ("Kept", Weight::Chosen, name, Judgment::Open)
        } else {
            let name = "Keep: this finding is right";
            ("Keep", Weight::Quiet, name, Judgment::Accepted)
        };
        let reject = "Reject: this finding is not right";
        let keys = [
            (label, weight, name, judgment),
            ("Reject", Weight::Quiet, reject, Judgment::Rejected),
        ];
        for (label, weight, name, judgment) in keys {
            let key = Button {
                icon: None,
                label,
                key: "",
                weight,
                name,
            };
            if row.add(key).on_hover_text(name).clicked() {
                commands.push(Command::Decide(Ruling::Judge(idx, judgment)));
            }
        }
    }
    let keys = [
        (
            icons::NOTE_PENCIL,
            "Note and tags  M",
            Command::Ask(Question::NoteOnSelection),
        ),
        (icons::COPY, "Copy with sources  C", Command::CopySelection),
        (
            icons::IMAGE,
            "Copy as a picture  Shift C",
            Command::CopyPicture,
        ),
    ];
    for (icon, name, command) in keys {
        if row.add(button::icon(icon, name)).clicked() {
            commands.push(command);
        }
    }
}

/// Why quotations are shown as one.
const SHARED: &str = "The quotations share most of their words in order.";

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "Surely the same matter; why it differs is open",
        Confidence::Likely => "Likely the same matter; why it differs is open",
        Confidence::Possible => "Perhaps the same matter; why it differs is open",
    }
}

fn words_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect.shrink2(vec2(0.0, 8.0))));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    ScrollArea::vertical()
        .id_salt(("staves", format!("{:?}", cx.state.selection)))
        .auto_shrink(false)
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            match cx.state.collated() {
                Some(idx) => staves::staves_ui(cx, ui, idx, commands),
                None => cells::cells_ui(cx, ui, commands),
            }
        });
}

/// Left edges of code, speaker and words, from the left edge of the card's right part.
const CODE: f32 = 20.0;
const NAME: f32 = 64.0;
const WORDS: f32 = 164.0;

/// The outlets in which nothing was found: one quiet line, last. `left` is where words begin.
fn absent_ui(cx: &ViewContext<'_>, ui: &mut Ui, articles: &[ArticleIdx], left: f32) {
    if articles.is_empty() {
        return;
    }
    let codes: Vec<&str> = articles.iter().map(|it| cx.code(*it)).collect();
    let color = cx.theme.ink3;
    let mut job = LayoutJob::default();
    job.append("no match found in  ", 0.0, Face::CAPTION.format(color));
    job.append(&codes.join("  "), 0.0, Face::CODE.format(color));
    let galley = text::set(ui, job, ui.available_width() - left - 24.0, 0);
    let size = vec2(ui.available_width(), galley.size().y + 10.0);
    let (row, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
    let at = row.min + vec2(left, 5.0);
    ui.painter().galley(at, galley, color);
}
