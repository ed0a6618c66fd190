//! The list at the left: legend, layers and filters in one, then the findings by rank.

mod legend;
mod rows;

use eframe::egui::{
    Align2, Rect, Role, ScrollArea, Stroke, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::ViewContext;
use crate::gui::command::{Command, Ruling};
use crate::gui::icons;
use crate::gui::layer::Layer;
use crate::gui::state::Selection;
use crate::gui::theme::{Face, size};
use crate::gui::widgets::button::{Button, Weight, label_at};
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
    let n_shown = match cx.state.choices.filter {
        Some(Layer::Shared) => cx.state.count(Layer::Shared),
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
    for layer in Layer::ALL {
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
        let words = format!("Part of {}", cx.state.outlet_name(key));
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
            if cx.state.choices.filter == Some(Layer::Shared) {
                for idx in 0..cx.state.comparison.utterances.len() {
                    utterance_row(cx, ui, idx, commands);
                }
            } else {
                for (idx, finding) in cx.state.filtered() {
                    finding_row(cx, ui, idx, finding, commands);
                }
            }
            rejected_ui(cx, ui, commands);
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

/// What the reader rejected, folded to a line; a click on one brings it back.
fn rejected_ui(cx: &ViewContext<'_>, ui: &mut Ui, commands: &mut Vec<Command>) {
    let rejected = &cx.state.comparison.rejected;
    let lost = cx.state.n_lost();
    if rejected.is_empty() && lost == 0 {
        return;
    }
    ui.add_space(8.0);
    ui.indent("rejected", |ui| {
        if !rejected.is_empty() {
            let label = format!("{} rejected by you", rejected.len());
            let open = cx.state.choices.shows_rejected;
            let fold = Button {
                icon: Some(if open {
                    icons::CARET_DOWN
                } else {
                    icons::CARET_UP
                }),
                label: &label,
                key: "",
                weight: Weight::Quiet,
                name: "Show or fold what you rejected",
            };
            if ui.add(fold).clicked() {
                commands.push(Command::ToggleRejected);
            }
            for (idx, finding) in rejected.iter().enumerate().filter(|_| open) {
                let color = cx.theme.ink3;
                let words = format!("{}  Bring back", finding.title);
                let width = ui.available_width() - 12.0;
                let galley = text::wrapped(ui, &words, Face::UI, color, width, 3);
                let label = eframe::egui::Label::new(galley).sense(eframe::egui::Sense::click());
                let response = ui.add(label);
                response.widget_info(|| {
                    let name = format!("Bring back: {}", finding.title);
                    WidgetInfo::labeled(Role::Button, true, name)
                });
                if response.clicked() {
                    commands.push(Command::Decide(Ruling::BringBack(idx)));
                }
            }
        }
        if lost > 0 {
            let words = if lost == 1 {
                "1 of your corrections finds its words no more".to_owned()
            } else {
                format!("{lost} of your corrections find their words no more")
            };
            let color = cx.theme.ink2;
            let width = ui.available_width() - 12.0;
            ui.label(text::wrapped(ui, &words, Face::CAPTION, color, width, 0));
        }
    });
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
        selected: cx.state.selection == Some(Selection::Utterance(idx)),
        name: format!("Shared quotation {}: {title}", idx + 1),
    };
    if rows::row_ui(cx, ui, ("utterance", idx), &row) {
        commands.push(Command::SelectUtterance(idx));
    }
}
