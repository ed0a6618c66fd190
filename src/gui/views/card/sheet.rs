//! One finding or shared quotation as a picture that holds alone, in a mail or on a slide: full
//! names of outlets, paragraphs, files, offsets, and what our signs mean.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align2, Rect, Stroke, Ui, pos2, vec2};

use super::staves::{self, Piece};
use crate::gui::citation;
use crate::gui::layer::Layer;
use crate::gui::theme::Face;
use crate::gui::variants::Reading;
use crate::gui::views::ViewContext;
use crate::gui::widgets::button::label_at;
use crate::gui::widgets::{lines, outlet_mark, text};
use crate::model::{ArticleIdx, Place, Presence};

/// Width of the picture, in points.
pub const WIDTH: f32 = 1200.0;
const MARGIN: f32 = 52.0;
/// Left edge of the words, right of the outlets.
const WORDS: f32 = 240.0;
const ROW_PADDING: f32 = 10.0;

/// Draws the selection from the top of `page` down. Returns the height that it takes.
pub fn sheet_ui(cx: &ViewContext<'_>, ui: &Ui, page: Rect) -> f32 {
    ui.painter().rect_filled(page, 0.0, cx.theme.paper);
    let mut sheet = Sheet {
        cx,
        ui,
        left: page.left() + MARGIN,
        right: page.right() - MARGIN,
        y: page.top() + 44.0,
    };
    sheet.head();
    match cx.state.collated() {
        Some(utterance) => sheet.utterance(utterance),
        None => sheet.places(),
    }
    sheet.absent();
    sheet.foot();
    sheet.y + 36.0 - page.top()
}

struct Sheet<'a> {
    cx: &'a ViewContext<'a>,
    ui: &'a Ui,
    left: f32,
    right: f32,
    y: f32,
}

impl Sheet<'_> {
    /// Kind and set, then the title.
    fn head(&mut self) {
        let (cx, theme) = (self.cx, self.cx.theme);
        let layer = cx.state.selected_layer();
        let kind = super::kind(cx);
        let hue = theme.hue(layer);
        let at = pos2(self.left, self.y + 9.0);
        let align = Align2::LEFT_CENTER;
        label_at(self.ui, at, align, layer.icon(), Face::ICON, hue);
        let at = at + vec2(24.0, 0.0);
        label_at(self.ui, at, align, kind, Face::UI_STRONG, hue);
        let mut dates: Vec<String> = cx
            .all
            .iter()
            .filter_map(|it| cx.state.story.article(*it).published)
            .map(|it| it.date.to_string())
            .collect();
        dates.sort();
        dates.dedup();
        let dates = match (dates.first(), dates.last()) {
            (Some(first), Some(last)) if first == last => format!(" · {first}"),
            (Some(first), Some(last)) => format!(" · {first} to {last}"),
            _ => String::new(),
        };
        let set = format!("{} articles{dates}", cx.all.len());
        let at = pos2(self.right, self.y + 9.0);
        label_at(
            self.ui,
            at,
            Align2::RIGHT_CENTER,
            &set,
            Face::UI,
            theme.ink3,
        );
        self.y += 32.0;
        let title = super::title(cx);
        let width = self.right - self.left;
        let title = text::wrapped(self.ui, &title, Face::SHEET_TITLE, theme.ink, width, 0);
        let height = title.size().y;
        let at = pos2(self.left, self.y);
        self.ui.painter().galley(at, title, theme.ink);
        self.y += height + 20.0;
    }

    fn rule(&self, strong: bool) {
        let theme = self.cx.theme;
        let color = if strong { theme.line2 } else { theme.line };
        let line = Stroke::new(1.0, color);
        let y = self.y.round() - 0.5;
        self.ui.painter().hline(self.left..=self.right, y, line);
    }

    /// The outlet's mark and name, and a line below them; returns their height.
    fn outlet(&self, article: ArticleIdx, below: &str, is_lit: bool) -> f32 {
        let theme = self.cx.theme;
        let top = self.y + ROW_PADDING;
        let mark = pos2(self.left + 5.0, top + 10.0);
        outlet_mark::paint(self.ui.painter(), theme, mark, self.cx.mark(article));
        let left = self.left + 19.0;
        let width = WORDS - MARGIN - 30.0;
        let name = self.cx.outlet(article);
        let name = text::wrapped(self.ui, name, Face::UI_STRONG, theme.ink, width, 2);
        let mut height = name.size().y;
        let at = pos2(left, top + 1.0);
        self.ui.painter().galley(at, name, theme.ink);
        if !below.is_empty() {
            let color = if is_lit {
                theme.attribution
            } else {
                theme.ink2
            };
            let below = text::wrapped(self.ui, below, Face::CAPTION, color, width, 3);
            let area = Rect::from_min_size(pos2(left, top + height + 3.0), below.size());
            height += below.size().y + 3.0;
            self.ui.painter().galley(area.min, below, color);
            if is_lit {
                let under = [area.translate(vec2(0.0, 2.0))];
                lines::under(self.ui.painter(), &under, Layer::Attribution, color);
            }
        }
        height + 2.0 * ROW_PADDING
    }

    /// The quoted witnesses under one another, part under part; then who only reports it.
    fn utterance(&mut self, idx: usize) {
        let cx = self.cx;
        let utterance = &cx.state.comparison.utterances[idx];
        let quoted = staves::quoted(cx, utterance);
        let room = self.right - self.page_left() - WORDS;
        let face = Face::SHEET_WORDS;
        let pieces = staves::pieces(cx, self.ui, utterance, &quoted, room, face);
        for (nth, system) in staves::systems(&pieces, room).into_iter().enumerate() {
            if nth > 0 {
                self.y += 16.0;
            }
            self.rule(true);
            for witness in &quoted {
                let it = &utterance.witnesses[*witness];
                let speaker = cx.state.credited(idx, *witness);
                let is_lit = cx.state.derived.credits[idx][*witness].is_lit;
                let below = if nth == 0 { &speaker } else { "" };
                let height = self.outlet(it.place.article, below, is_lit);
                let height = height.max(face.line + 2.0 * ROW_PADDING);
                self.stave(idx, *witness, system, height);
                self.y += height;
                self.rule(Some(witness) == quoted.last());
            }
        }
        for witness in utterance.witnesses.iter().filter(|it| it.reported) {
            self.place(witness.place, "reported");
        }
    }

    fn page_left(&self) -> f32 {
        self.left - MARGIN
    }

    /// A witness's part of a system.
    fn stave(&self, idx: usize, witness: usize, system: &[Piece], height: f32) {
        let (cx, theme, painter) = (self.cx, self.cx.theme, self.ui.painter());
        let face = Face::SHEET_WORDS;
        let mut x = self.page_left() + WORDS;
        for piece in system {
            let width = piece.width + staves::SPACE;
            match cx.state.derived.readings[idx][piece.column][witness] {
                reading @ (Reading::Common(span) | Reading::Variant(span)) => {
                    let lit = matches!(reading, Reading::Variant(_));
                    let words = staves::piece_text(cx, idx, witness, span, piece);
                    let galley = text::wrapped(self.ui, &words, face, theme.ink, width, 1);
                    let at = pos2(x, self.y + ROW_PADDING);
                    let area = Rect::from_min_size(at, vec2(galley.size().x, face.line));
                    if lit && !words.is_empty() {
                        painter.rect_filled(area.expand2(vec2(2.0, 0.0)), 0.0, theme.edit_tint);
                    }
                    painter.galley(at, galley, theme.ink);
                    if lit && !words.is_empty() {
                        lines::under(painter, &[area], Layer::Edits, theme.edit);
                    }
                }
                Reading::Lacking => {
                    let area = Rect::from_min_size(pos2(x, self.y), vec2(width, height));
                    lines::hatch(painter, area.shrink2(vec2(0.0, 1.0)), theme.line2);
                }
                Reading::Nothing => {}
            }
            x += width;
        }
    }

    /// The places of a finding, outlet by outlet.
    fn places(&mut self) {
        self.rule(true);
        let places = self.cx.state.selected_words();
        for article in self.cx.order {
            for place in places.iter().filter(|it| it.article == *article) {
                self.place(*place, "");
            }
        }
    }

    /// One place with its sentence around it, the words themselves dark.
    fn place(&mut self, place: Place, note: &str) {
        let (cx, theme) = (self.cx, self.cx.theme);
        let sentence = super::cells::sentence(cx, place);
        let source = cx.text(place.article);
        let mut job = LayoutJob::default();
        let parts = [
            (sentence.start(), place.span.start(), theme.ink3),
            (place.span.start(), place.span.end(), theme.ink),
            (place.span.end(), sentence.end(), theme.ink3),
        ];
        for (from, to, color) in parts {
            let words = source.get(from..to).unwrap_or_default();
            let words = words.replace(['\n', '\r'], " ");
            job.append(&words, 0.0, Face::SHEET_WORDS.format(color));
        }
        let left = self.page_left() + WORDS;
        let galley = text::set(self.ui, job, self.right - left, 0);
        let height = self.outlet(place.article, note, false);
        let height = height.max(galley.size().y + 2.0 * ROW_PADDING);
        let at = pos2(left, self.y + ROW_PADDING);
        self.ui.painter().galley(at, galley, theme.ink);
        self.y += height;
        self.rule(true);
    }

    fn absent(&mut self) {
        let cx = self.cx;
        let Some(presence) = cx.state.selected_presence() else {
            return;
        };
        let absent = cx.order.iter();
        let absent: Vec<&str> = absent
            .filter(|it| presence[it.0] == Presence::NoMatch)
            .map(|it| cx.outlet(*it))
            .collect();
        if !absent.is_empty() {
            let words = format!("no match found in {}", absent.join(", "));
            let width = self.right - self.left;
            let color = cx.theme.ink3;
            let galley = text::wrapped(self.ui, &words, Face::UI, color, width, 0);
            let height = galley.size().y;
            let at = pos2(self.left, self.y + 12.0);
            self.ui.painter().galley(at, galley, color);
            self.y += height + 12.0;
        }
    }

    /// Why it is shown, where the words stand, who made the picture.
    fn foot(&mut self) {
        let (cx, theme) = (self.cx, self.cx.theme);
        self.y += 28.0;
        let (rule, confidence) = super::rule(cx);
        let why = match confidence {
            "" => rule.to_owned(),
            _ => format!("{rule} {confidence}."),
        };
        let mut places: Vec<Place> = match cx.state.collated() {
            Some(idx) => {
                let witnesses = cx.state.comparison.utterances[idx].witnesses.iter();
                witnesses.map(|it| it.place).collect()
            }
            None => cx.state.selected_words(),
        };
        places.sort();
        let places: Vec<String> = places.iter().map(|it| told(cx, *it)).collect();
        let places = format!(
            "{}. Words as printed; which outlet is closest to what was said is not known. \
             › is our own cut, never an outlet’s; hatched: no words here.",
            places.join(" · ")
        );
        let middle = self.left + 430.0;
        let right = self.right - 110.0;
        let columns = [
            ("Why shown", why, self.left, middle - 32.0),
            ("Places", places, middle, right),
        ];
        let mut height: f32 = 0.0;
        for (head, words, left, right) in columns {
            let at = pos2(left, self.y + 9.0);
            label_at(
                self.ui,
                at,
                Align2::LEFT_CENTER,
                head,
                Face::UI_STRONG,
                theme.ink,
            );
            let galley = text::wrapped(self.ui, &words, Face::CAPTION, theme.ink2, right - left, 0);
            height = height.max(galley.size().y + 22.0);
            let at = pos2(left, self.y + 22.0);
            self.ui.painter().galley(at, galley, theme.ink2);
        }
        self.y += height;
        let at = pos2(self.right, self.y - 18.0);
        let align = Align2::RIGHT_BOTTOM;
        label_at(
            self.ui,
            at,
            align,
            "Crossread",
            Face::CARD_TITLE,
            theme.ink3,
        );
        let at = pos2(self.right, self.y);
        let version = concat!("version ", env!("CARGO_PKG_VERSION"));
        label_at(self.ui, at, align, version, Face::MICRO, theme.ink3);
    }
}

/// `Harbor Wire, paragraph 5 (harbor-wire.txt, characters 812 to 901)`
fn told(cx: &ViewContext<'_>, place: Place) -> String {
    let article = cx.state.story.article(place.article);
    let chars = |it: usize| article.text.get(..it).map_or(0, |it| it.chars().count());
    format!(
        "{} ({}, characters {} to {})",
        citation::locus(cx.state, place),
        article.file,
        chars(place.span.start()),
        chars(place.span.end()),
    )
}
