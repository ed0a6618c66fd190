//! A field over the window in which the reader writes a note or a date.

use eframe::egui::{
    Align, Key, KeyboardShortcut, Layout, Modifiers, Rect, Role, Sense, Stroke, StrokeKind,
    TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::ViewContext;
use crate::gui::command::{Command, Question};
use crate::gui::state::Asked;
use crate::gui::theme::Face;
use crate::gui::widgets::button::{Button, Weight};
use crate::gui::widgets::overlay::overlay;

const WIDTH: f32 = 460.0;

pub fn question_ui(cx: &ViewContext<'_>, ui: &Ui, window: Rect, commands: &mut Vec<Command>) {
    if let Some(asked) = &cx.state.asked {
        overlay(ui, "question", window, |ui| {
            dialog_ui(cx, ui, window, asked, commands);
        });
    }
}

fn dialog_ui(
    cx: &ViewContext<'_>,
    ui: &mut Ui,
    window: Rect,
    asked: &Asked,
    commands: &mut Vec<Command>,
) {
    let theme = cx.theme;
    let is_note = matches!(
        asked.question,
        Question::NoteOnArticle(_) | Question::NoteOnSelection
    );
    let (title, label, height) = match asked.question {
        Question::Name(_) => ("What is the outlet called?", "Name of the outlet", 148.0),
        Question::Date(_) => ("When was it published?", "Day, as 2026-03-31", 148.0),
        Question::Source(_) => ("Who says it?", "Words of the article that name them", 148.0),
        Question::Path(_) => ("Where shall it be saved?", "Path of the file", 148.0),
        Question::NoteOnArticle(_) => ("Note on the article", "Note", 238.0),
        Question::NoteOnSelection => ("Note on what is selected", "Note", 238.0),
    };
    let outside = ui.interact(window, ui.scope_id().with("question"), Sense::click());
    let at = pos2(window.center().x - WIDTH / 2.0, window.top() + 120.0);
    let area = Rect::from_min_size(at, vec2(WIDTH, height));
    let painter = ui.painter();
    painter.add(theme.shadow().as_shape(area, 10.0));
    let edge = Stroke::new(1.0, theme.line2);
    painter.rect(area, 10.0, theme.raised, edge, StrokeKind::Inside);
    ui.interact(area, ui.scope_id().with("page"), Sense::click());
    let entered = finished(ui, is_note);
    let mut child = ui.new_child(UiBuilder::new().max_rect(area.shrink(18.0)));
    let mut answer = asked.answer.clone();
    child.spacing_mut().item_spacing.y = 8.0;
    let heading = eframe::egui::RichText::new(title).font(Face::UI_STRONG.font());
    child.label(heading);
    let field = if is_note {
        TextEdit::multiline(&mut answer.text).desired_rows(6)
    } else {
        TextEdit::singleline(&mut answer.text)
    };
    let field = child.add(field.font(Face::UI.font()).desired_width(WIDTH - 36.0));
    let mut ids = vec![field.id];
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, label));
    if is_note {
        let tags = TextEdit::singleline(&mut answer.tags)
            .font(Face::UI.font())
            .hint_text("Tags, with commas between them")
            .desired_width(WIDTH - 36.0);
        let tags = child.add(tags);
        ids.push(tags.id);
        tags.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Tags"));
    }
    if !asked.complaint.is_empty() {
        child.colored_label(theme.attribution, asked.complaint);
    }
    let foot = area.shrink(14.0).with_min_y(area.bottom() - 48.0);
    let layout = Layout::right_to_left(Align::Center);
    let mut row = ui.new_child(UiBuilder::new().max_rect(foot).layout(layout));
    let keys = if is_note {
        ui.ctx().format_shortcut(&ENDS)
    } else {
        "Enter".to_owned()
    };
    let save = Button {
        icon: None,
        label: "Save",
        key: &keys,
        weight: Weight::Primary,
        name: "Save",
    };
    let cancel = Button {
        icon: None,
        label: "Cancel",
        key: "Esc",
        weight: Weight::Quiet,
        name: "Cancel",
    };
    let (save, cancel) = (row.add(save), row.add(cancel));
    ids.extend([save.id, cancel.id]);
    let saved = save.clicked() || entered;
    if answer != asked.answer {
        commands.push(Command::EditAnswer(answer));
    }
    if saved {
        commands.push(Command::FinishAnswer);
    } else if cancel.clicked() || outside.clicked() {
        commands.push(Command::CloseQuestion);
    }
    // The keyboard stays in the dialog.
    if !ui.memory(|it| it.focused().is_some_and(|it| ids.contains(&it))) {
        field.request_focus();
    }
}

/// What ends a note.
const ENDS: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);

/// Enter ends a line, Ctrl Enter a note. By the key's own modifiers: the hand may have left them.
fn finished(ui: &Ui, is_note: bool) -> bool {
    ui.input_mut(|it| it.consume_shortcut(&ENDS) || (!is_note && it.key_pressed(Key::Enter)))
}
