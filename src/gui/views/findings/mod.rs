//! The list at the left: legend, layers and filters in one, then the findings by rank.

mod legend;
mod rows;

use eframe::egui::{
    Align2, Pos2, Rect, Role, ScrollArea, Sense, Stroke, TextEdit, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use super::ViewContext;
use crate::gui::command::{Command, Ruling};
use crate::gui::derived::About;
use crate::gui::icons;
use crate::gui::layer::Layer;
use crate::gui::state::Selection;
use crate::gui::theme::{Face, size};
use crate::gui::widgets::button::{Button, Weight, focus_ring, label_at};
use crate::gui::widgets::text;
use crate::gui::widgets::text::first_words;
use crate::model::{Finding, Noted, Presence};

pub fn findings_ui(cx: &ViewContext<'_>, ui: &mut Ui, rect: Rect, commands: &mut Vec<Command>) {
    if cx.list_folded {
        return legend::rail_ui(cx, ui, rect, commands);
    }
    let theme = cx.theme;
    ui.painter().rect_filled(rect, 0.0, theme.chrome);
    let line = Stroke::new(1.0, theme.line2);
    ui.painter().vline(rect.right() - 0.5, rect.y_range(), line);
    let rejected = &cx.state.comparison.rejected;
    let shows_rejected = cx.state.choices.shows_rejected && !rejected.is_empty();
    let n_shown = match cx.state.choices.filter {
        _ if shows_rejected => rejected.len(),
        Some(Layer::Shared) => cx.state.listed_utterances().count(),
        _ => cx.state.filtered().count(),
    };
    let head = pos2(rect.left() + size::PANEL_PADDING, rect.top() + 22.0);
    let left = Align2::LEFT_CENTER;
    let width = label_at(ui, head, left, "Findings", Face::UI_STRONG, theme.ink).x;
    let at = head + vec2(width + 8.0, 0.0);
    label_at(ui, at, left, &n_shown.to_string(), Face::UI, theme.ink3);
    let at = pos2(rect.right() - 12.0, head.y);
    label_at(
        ui,
        at,
        Align2::RIGHT_CENTER,
        "p / n",
        Face::CAPTION,
        theme.ink3,
    );
    let mut y = rect.top() + 40.0;
    for layer in Layer::ALL.into_iter().zip(cx.state.counts()) {
        let size = vec2(rect.width() - 1.0, size::LEGEND_ROW);
        let row = Rect::from_min_size(pos2(rect.left(), y), size);
        legend::row_ui(cx, ui, row, layer, commands);
        y += size::LEGEND_ROW;
    }
    y += 6.0;
    let field = Rect::from_min_size(
        pos2(rect.left() + size::PANEL_PADDING, y),
        vec2(rect.width() - 2.0 * size::PANEL_PADDING, 24.0),
    );
    search_ui(cx, ui, field, commands);
    y += 32.0;
    if let Some((key, _)) = cx.state.choices.brush {
        let row = Rect::from_min_size(pos2(rect.left() + 6.0, y - 4.0), vec2(rect.width(), 28.0));
        let words = format!("Only this part of {}", cx.state.outlet_name(key));
        let chip = Button {
            icon: Some(icons::X),
            label: &words,
            key: "",
            weight: Weight::Quiet,
            name: "List the findings of all parts again",
        };
        let mut child = ui.new_child(UiBuilder::new().max_rect(row));
        if child.add(chip).clicked() {
            commands.push(Command::Brush(None));
        }
        y += 28.0;
    }
    y += notices_ui(cx, ui, pos2(rect.left(), y), rect.width(), commands);
    ui.painter().hline(rect.x_range(), y, line);
    let list = Rect::from_min_max(
        pos2(rect.left(), y + 1.0),
        pos2(rect.right() - 1.0, rect.bottom()),
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(list));
    child.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt("findings")
        .auto_shrink(false)
        .show(&mut child, |ui| {
            if shows_rejected {
                rejected_ui(cx, ui, commands);
            } else if cx.state.choices.filter == Some(Layer::Shared) {
                for idx in cx.state.listed_utterances() {
                    utterance_row(cx, ui, idx, commands);
                }
            } else {
                for (idx, finding) in cx.state.filtered() {
                    finding_row(cx, ui, idx, finding, commands);
                }
            }
            if n_shown == 0 {
                let note = if cx.state.articles.len() < 2 {
                    "Nothing shared yet. Add a second article"
                } else if !cx.state.choices.search.is_empty() {
                    "No finding holds these words"
                } else if cx.state.choices.brush.is_some() {
                    "No finding in this part"
                } else {
                    "No findings of this type in the articles shown"
                };
                let galley = text::wrapped(ui, note, Face::UI, theme.ink3, list.width() - 32.0, 0);
                ui.painter()
                    .galley(list.min + vec2(16.0, 16.0), galley, theme.ink3);
            }
        });
}

/// Sign, words, tip, and what a click does.
type Line = (&'static str, String, &'static str, Option<Command>);

/// What must be known before the findings are read: about the articles, and about what the reader
/// decided.
fn notices(cx: &ViewContext<'_>) -> Vec<Line> {
    const MOST: usize = 4;
    let notices = cx.state.derived.notices.iter().take(MOST);
    let mut res: Vec<Line> = notices
        .map(|it| {
            let command = match it.about {
                About::Duplicate(idx) => Some(Command::ShowDuplicate(idx)),
                About::Version(idx) => Some(Command::ShowChanges(idx)),
                About::Language => None,
            };
            let tip = "Show what differs between the two";
            (icons::WARNING_CIRCLE, it.text.clone(), tip, command)
        })
        .collect();
    let lost = cx.state.n_lost();
    if lost > 0 {
        let words = format!("{lost} of your corrections: the words are not there any more");
        res.push((icons::WARNING_CIRCLE, words, "", None));
    }
    let n_rejected = cx.state.comparison.rejected.len();
    if n_rejected > 0 {
        let (words, tip) = if cx.state.choices.shows_rejected {
            ("Back to the findings".to_owned(), "")
        } else {
            (
                format!("{n_rejected} rejected by you"),
                "Show what you rejected",
            )
        };
        res.push((icons::X, words, tip, Some(Command::ToggleRejected)));
    }
    res
}

/// The notices, above the findings. Returns its height.
fn notices_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    at: Pos2,
    width: f32,
    commands: &mut Vec<Command>,
) -> f32 {
    let theme = cx.theme;
    let mut y = at.y;
    for (nth, (icon, words, tip, command)) in notices(cx).into_iter().enumerate() {
        let room = width - 2.0 * size::PANEL_PADDING - 22.0;
        let galley = text::wrapped(ui, &words, Face::CAPTION, theme.ink, room, 3);
        let area = Rect::from_min_size(pos2(at.x, y), vec2(width - 1.0, galley.size().y + 8.0));
        let id = ui.scope_id().with(("notice", nth));
        let response = ui.interact(area, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
        if response.hovered() && command.is_some() {
            ui.painter().rect_filled(area, 0.0, theme.hover);
        }
        if response.has_focus() {
            focus_ring(ui, area);
        }
        let sign = pos2(at.x + size::PANEL_PADDING, y + 12.0);
        label_at(ui, sign, Align2::LEFT_CENTER, icon, Face::ICON, theme.ink2);
        y = area.bottom();
        ui.painter()
            .galley(sign + vec2(22.0, -8.0), galley, theme.ink);
        if let Some(command) = command
            && response.on_hover_text(tip).clicked()
        {
            commands.push(command);
        }
    }
    let gap = if y > at.y { 8.0 } else { 0.0 };
    y + gap - at.y
}

/// What the reader rejected: the list shows only these, each with a way back.
fn rejected_ui(cx: &ViewContext<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    for (idx, finding) in cx.state.comparison.rejected.iter().enumerate() {
        let row = rows::Row {
            title: &finding.title,
            kind: "Bring back",
            layer: Layer::of(finding.kind),
            alert: false,
            presence: &[],
            selected: false,
            name: format!("Bring back: {}", finding.title),
        };
        if rows::row_ui(cx, ui, ("rejected", idx), &row) {
            commands.push(Command::Decide(Ruling::BringBack(idx)));
        }
    }
}

/// Words that the titles of the listed findings must hold.
fn search_ui(cx: &ViewContext<'_>, ui: &mut Ui, area: Rect, commands: &mut Vec<Command>) {
    let mut search = cx.state.choices.search.clone();
    let field = TextEdit::singleline(&mut search)
        .font(Face::UI.font())
        .align(Align2::LEFT_CENTER)
        .hint_text("Search the findings");
    let response = ui.put(area, field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Search the findings"));
    if search != cx.state.choices.search {
        commands.push(Command::SearchFindings(search));
    }
}

fn finding_row(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    idx: usize,
    finding: &Finding,
    commands: &mut Vec<Command>,
) {
    let presence: Vec<Presence> = cx.order.iter().map(|it| finding.presence[it.0]).collect();
    let choices = &cx.state.choices;
    let is_hidden = choices.teaching && !choices.revealed.contains(&idx);
    let mut kind = finding.kind.name().to_owned();
    if cx.state.is_accepted(idx) {
        kind.push_str(" · kept");
    }
    if cx.state.note(Noted::Finding(idx)).is_some() {
        kind.push_str(" · note");
    }
    let row = rows::Row {
        title: if is_hidden { "Reveal" } else { &finding.title },
        kind: &kind,
        layer: Layer::of(finding.kind),
        alert: finding.alert,
        presence: if is_hidden { &[] } else { &presence },
        selected: cx.state.selection == Some(Selection::Finding(idx)),
        name: if is_hidden {
            format!("Reveal finding {}", idx + 1)
        } else {
            format!("Finding {}: {}", idx + 1, finding.title)
        },
    };
    if rows::row_ui(cx, ui, ("finding", idx), &row) {
        commands.push(if is_hidden {
            Command::Reveal(idx)
        } else {
            Command::SelectFinding(idx)
        });
    }
}

fn utterance_row(cx: &ViewContext<'_>, ui: &mut Ui, idx: usize, commands: &mut Vec<Command>) {
    let utterance = &cx.state.comparison.utterances[idx];
    let base = utterance.witnesses[utterance.base].place;
    let words = first_words(cx.state.story.words(base));
    let title = format!("“{}” ›", words.trim_matches(['“', '"', '”']));
    let presence = &cx.state.derived.presence[idx];
    let presence: Vec<Presence> = cx.order.iter().map(|it| presence[it.0]).collect();
    let row = rows::Row {
        title: &title,
        kind: "Shared",
        layer: Layer::Shared,
        alert: false,
        presence: &presence,
        selected: cx.state.selected_utterance() == Some(idx),
        name: format!("Shared quotation {}: {title}", idx + 1),
    };
    if rows::row_ui(cx, ui, ("utterance", idx), &row) {
        commands.push(Command::SelectUtterance(idx));
    }
}
