//! Colors, sizes and fonts by role, light and dark. The only place where a color is made.
//!
//! Serif is what an outlet printed, sans is what Crossread says: without exception.

mod palettes;

use std::sync::Arc;

use eframe::egui::{
    self, Color32, FontData, FontDefinitions, FontFamily, FontId, Id, Shadow, Stroke, TextFormat,
    Ui,
};

use super::layer::Layer;
use palettes::{CONTRAST, DARK, LIGHT};

/// Which of the three themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Light,
    Dark,
    /// Black on white, for those who need more contrast.
    Contrast,
}

impl Look {
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    pub fn theme(self) -> &'static Theme {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::Contrast => &CONTRAST,
        }
    }

    /// How it is written in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    pub fn next(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Contrast,
            Self::Contrast => Self::Light,
        }
    }
}

/// Colors by role. The values and their contrast are proved by the tests below.
#[derive(Debug, PartialEq)]
pub struct Theme {
    pub look: Look,
    /// Reading surface.
    pub paper: Color32,
    /// Toolbar, findings list, strips.
    pub chrome: Color32,
    /// Evidence card, dialogs.
    pub raised: Color32,
    /// Track of a strip, groove of a switch.
    pub sunken: Color32,
    pub hover: Color32,
    pub pressed: Color32,
    /// Article text, titles, differing words.
    pub ink: Color32,
    /// Secondary text, icons, bars.
    pub ink2: Color32,
    /// Captions, counts, words that are the same in a collation.
    pub ink3: Color32,
    pub disabled: Color32,
    pub line: Color32,
    pub line2: Color32,
    pub control_line: Color32,
    pub focus: Color32,
    pub selection: Color32,
    pub accent: Color32,
    pub on_accent: Color32,
    pub row_selected: Color32,
    pub quote: Color32,
    pub quote_tint: Color32,
    pub quote_faint: Color32,
    pub attribution: Color32,
    pub attribution_tint: Color32,
    pub edit: Color32,
    pub edit_tint: Color32,
    pub fact: Color32,
    pub fact_tint: Color32,
    pub evidence: Color32,
    pub evidence_tint: Color32,
    pub wording: Color32,
    pub wording_tint: Color32,
    /// Colors of the outlets' marks; from the ninth on they repeat.
    pub outlets: [Color32; 8],
}

/// Heights and widths in points, as drawn in the mock-ups.
pub mod size {
    pub const TOOLBAR: f32 = 44.0;
    pub const STRIP_BAND: f32 = 60.0;
    pub const NAMES: f32 = 30.0;
    pub const FINDINGS: f32 = 236.0;
    pub const RAIL: f32 = 44.0;
    /// Under this width the findings list gives way.
    pub const NARROW: f32 = 1400.0;
    /// From this width and height on there is room for the card beside the view.
    pub const WIDE: f32 = 2200.0;
    pub const TALL: f32 = 800.0;
    pub const FINDINGS_WIDE: f32 = 300.0;
    pub const CARD_DOCKED: f32 = 620.0;
    pub const FIND: f32 = 40.0;
    pub const CARD: f32 = 268.0;
    pub const CARD_MIN: f32 = 160.0;
    pub const CARD_FOLDED: f32 = 32.0;
    pub const COLUMN_INSET: f32 = 14.0;
    pub const COLUMN_MIN: f32 = 240.0;
    /// Five stand side by side in a window of 1,280 points.
    pub const OUTLET_MIN: f32 = 220.0;
    pub const SPINE: f32 = 30.0;
    pub const BUNDLE: f32 = 44.0;
    /// 75 characters of the largest reading face.
    pub const COLUMN_MAX: f32 = 580.0;
    pub const LEGEND_ROW: f32 = 26.0;
    pub const PANEL_PADDING: f32 = 16.0;
    pub const CONTROL: f32 = 28.0;
    pub const PRIMARY_CONTROL: f32 = 34.0;
}

const SERIF: &str = "serif";
const SERIF_STRONG: &str = "serif-strong";
const SANS_MEDIUM: &str = "sans-medium";
const SANS_STRONG: &str = "sans-strong";
const ICONS: &str = "icons";

/// Loads the bundled fonts. System fonts stay behind them as fallback for other scripts.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    let mut add = |name: &str, bytes: &'static [u8]| {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    };
    add(
        "serif",
        include_bytes!("../../../assets/fonts/SourceSerif4-Regular.ttf"),
    );
    add(
        "serif-strong",
        include_bytes!("../../../assets/fonts/SourceSerif4-Semibold.ttf"),
    );
    add(
        "sans",
        include_bytes!("../../../assets/fonts/Inter-Regular.ttf"),
    );
    add(
        "sans-medium",
        include_bytes!("../../../assets/fonts/Inter-Medium.ttf"),
    );
    add(
        "sans-strong",
        include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf"),
    );
    add(
        "icons",
        include_bytes!("../../../assets/fonts/Phosphor-Regular.ttf"),
    );
    for (family, chain) in [
        (FontFamily::Proportional, ["sans", "icons"]),
        (FontFamily::Monospace, ["sans", "icons"]),
        (FontFamily::Name(SERIF.into()), ["serif", "sans"]),
        (
            FontFamily::Name(SERIF_STRONG.into()),
            ["serif-strong", "sans-strong"],
        ),
        (
            FontFamily::Name(SANS_MEDIUM.into()),
            ["sans-medium", "icons"],
        ),
        (
            FontFamily::Name(SANS_STRONG.into()),
            ["sans-strong", "icons"],
        ),
        (FontFamily::Name(ICONS.into()), ["icons", "sans"]),
    ] {
        let chain = chain.into_iter().map(str::to_owned).collect();
        fonts.families.insert(family, chain);
    }
    ctx.set_fonts(fonts);
}

/// A role of type: face, size and line, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    family: Option<&'static str>,
    pub size: f32,
    pub line: f32,
}

impl Face {
    pub const DISPLAY: Self = Self::new(Some(SERIF_STRONG), 38.0, 46.0);
    pub const SHEET_TITLE: Self = Self::new(Some(SERIF_STRONG), 27.0, 33.0);
    pub const SHEET_WORDS: Self = Self::new(Some(SERIF), 18.0, 27.0);
    pub const COLUMN_HEAD: Self = Self::new(Some(SERIF_STRONG), 18.0, 22.0);
    pub const COLUMN_HEAD_WIDE: Self = Self::new(Some(SERIF_STRONG), 20.0, 25.0);
    pub const COLUMN_HEAD_WIDEST: Self = Self::new(Some(SERIF_STRONG), 23.0, 29.0);
    pub const CARD_TITLE: Self = Self::new(Some(SERIF_STRONG), 16.0, 21.0);
    pub const CARD_TITLE_LONG: Self = Self::new(Some(SERIF_STRONG), 14.0, 18.0);
    pub const REFERENCE_HEAD: Self = Self::new(Some(SERIF_STRONG), 27.0, 33.0);
    pub const SECTION: Self = Self::new(Some(SERIF_STRONG), 18.0, 24.0);
    pub const READ_LARGE: Self = Self::new(Some(SERIF), 17.0, 27.0);
    pub const LEAD: Self = Self::new(Some(SERIF), 17.0, 25.0);
    pub const READ: Self = Self::new(Some(SERIF), 14.0, 20.0);
    pub const READ_WIDE: Self = Self::new(Some(SERIF), 15.0, 22.0);
    pub const READ_WIDEST: Self = Self::new(Some(SERIF), 16.0, 24.0);
    pub const SMALL_PRINT: Self = Self::new(Some(SERIF), 12.0, 16.0);
    pub const COLLATE: Self = Self::new(Some(SERIF), 14.5, 21.0);
    /// Between words of ours in [`Self::CAPTION`].
    pub const EDITED: Self = Self::new(Some(SERIF), 13.0, 16.0);
    pub const CELL: Self = Self::new(Some(SERIF), 14.0, 19.0);
    pub const UI: Self = Self::new(None, 13.0, 18.0);
    pub const UI_MEDIUM: Self = Self::new(Some(SANS_MEDIUM), 13.0, 18.0);
    pub const UI_STRONG: Self = Self::new(Some(SANS_STRONG), 13.0, 18.0);
    pub const CAPTION: Self = Self::new(None, 12.0, 16.0);
    pub const MICRO: Self = Self::new(None, 11.0, 14.0);
    pub const CODE: Self = Self::new(Some(SANS_STRONG), 11.0, 14.0);
    pub const ICON: Self = Self::new(Some(ICONS), 16.0, 18.0);

    const fn new(family: Option<&'static str>, size: f32, line: f32) -> Self {
        Self { family, size, line }
    }

    /// The reading face for a column of this width.
    pub fn reading(width: f32) -> Self {
        match width {
            it if it < 320.0 => Self::READ,
            it if it < 380.0 => Self::READ_WIDE,
            it if it < 480.0 => Self::READ_WIDEST,
            _ => Self::LEAD,
        }
    }

    /// The headline of a column of this width.
    pub fn heading(width: f32) -> Self {
        match width {
            it if it < 380.0 => Self::COLUMN_HEAD,
            it if it < 480.0 => Self::COLUMN_HEAD_WIDE,
            _ => Self::COLUMN_HEAD_WIDEST,
        }
    }

    /// The same, larger or smaller.
    pub fn zoomed(self, zoom: f32) -> Self {
        Self {
            size: self.size * zoom,
            line: (self.line * zoom).round(),
            ..self
        }
    }

    pub fn font(self) -> FontId {
        let family = match self.family {
            Some(name) => FontFamily::Name(name.into()),
            None => FontFamily::Proportional,
        };
        FontId::new(self.size, family)
    }

    pub fn format(self, color: Color32) -> TextFormat {
        TextFormat {
            font_id: self.font(),
            color,
            line_height: Some(self.line),
            ..TextFormat::default()
        }
    }
}

impl Theme {
    pub fn of(ui: &Ui) -> &'static Self {
        let applied = ui.data(|it| it.get_temp::<&'static Self>(Id::NULL));
        applied.unwrap_or(&LIGHT)
    }

    /// Color of a layer's lines, icons and signs.
    pub fn hue(&self, layer: Layer) -> Color32 {
        match layer {
            Layer::Shared => self.quote,
            Layer::Attribution => self.attribution,
            Layer::Edits => self.edit,
            Layer::Facts => self.fact,
            Layer::Evidence => self.evidence,
            Layer::Wording => self.wording,
        }
    }

    /// Ground of words that a layer lights.
    pub fn tint(&self, layer: Layer) -> Color32 {
        match layer {
            Layer::Shared => self.quote_tint,
            Layer::Attribution => self.attribution_tint,
            Layer::Edits => self.edit_tint,
            Layer::Facts => self.fact_tint,
            Layer::Evidence => self.evidence_tint,
            Layer::Wording => self.wording_tint,
        }
    }

    /// A layer's hue as the fill of a ribbon; `strength` from 0 to 1.
    pub fn ribbon(&self, strength: f32) -> Color32 {
        self.quote.gamma_multiply(strength)
    }

    /// The one shadow, under what floats.
    #[expect(clippy::disallowed_methods, reason = "this is the theme")]
    pub fn shadow(&self) -> Shadow {
        Shadow {
            offset: [0, 6],
            blur: 18,
            spread: 0,
            color: Color32::from_black_alpha(if self.look == Look::Dark { 102 } else { 36 }),
        }
    }

    /// What lies over the window while files are dragged in.
    pub fn scrim(&self) -> Color32 {
        self.paper.gamma_multiply(0.9)
    }

    /// Makes egui's own widgets (text fields, scroll bars, menus) look like ours.
    pub fn apply(&'static self, ctx: &egui::Context) {
        ctx.data_mut(|it| it.insert_temp(Id::NULL, self));
        ctx.set_theme(match self.look {
            Look::Dark => egui::Theme::Dark,
            Look::Light | Look::Contrast => egui::Theme::Light,
        });
        ctx.all_styles_mut(|style| {
            let visuals = &mut style.visuals;
            visuals.panel_fill = self.paper;
            visuals.window_fill = self.raised;
            visuals.extreme_bg_color = self.raised;
            visuals.text_edit_bg_color = Some(self.raised);
            visuals.window_stroke = Stroke::new(1.0, self.line2);
            visuals.selection.bg_fill = self.selection;
            visuals.selection.stroke = Stroke::new(1.0, self.ink);
            visuals.override_text_color = Some(self.ink);
            visuals.hyperlink_color = self.accent;
            visuals.weak_text_color = Some(self.ink3);
            visuals.window_shadow = self.shadow();
            visuals.popup_shadow = self.shadow();
            let widgets = &mut visuals.widgets;
            widgets.noninteractive.bg_stroke = Stroke::new(1.0, self.line);
            widgets.inactive.bg_stroke = Stroke::new(1.0, self.control_line);
            widgets.inactive.weak_bg_fill = self.raised;
            widgets.inactive.bg_fill = self.control_line;
            widgets.hovered.weak_bg_fill = self.hover;
            widgets.hovered.bg_fill = self.ink3;
            widgets.hovered.bg_stroke = Stroke::new(1.0, self.control_line);
            widgets.active.weak_bg_fill = self.pressed;
            widgets.active.bg_fill = self.ink2;
            style.override_font_id = Some(Face::UI.font());
            style.interaction.tooltip_delay = TOOLTIP_SECS;
            // Words at the edge of a list are words, not mist.
            style.spacing.scroll.fade.strength = 0.0;
        });
    }
}

/// Seconds that the pointer rests before a tooltip shows; and so many that none does.
const TOOLTIP_SECS: f32 = 0.35;
const NEVER_SECS: f32 = 1e6;

/// Lets tooltips show, or not.
pub fn set_tooltips(ctx: &egui::Context, shown: bool) {
    let secs = if shown { TOOLTIP_SECS } else { NEVER_SECS };
    ctx.all_styles_mut(|it| it.interaction.tooltip_delay = secs);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linear(color: Color32) -> [f64; 3] {
        [color.r(), color.g(), color.b()].map(|it| {
            let it = f64::from(it) / 255.0;
            if it <= 0.04045 {
                it / 12.92
            } else {
                ((it + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    fn dot(row: [f64; 3], v: [f64; 3]) -> f64 {
        row.iter().zip(v).map(|(a, b)| a * b).sum()
    }

    fn luminance(color: [f64; 3]) -> f64 {
        dot([0.2126, 0.7152, 0.0722], color)
    }

    /// WCAG 2 contrast ratio.
    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(linear(a)) + 0.05, luminance(linear(b)) + 0.05);
        a.max(b) / a.min(b)
    }

    const DEUTERANOPIA: [[f64; 3]; 3] = [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ];
    const PROTANOPIA: [[f64; 3]; 3] = [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ];

    /// Distance in OKLab as seen with full dichromacy (Machado 2009) or normal sight.
    fn distance(a: Color32, b: Color32, sight: Option<[[f64; 3]; 3]>) -> f64 {
        let seen = |color: Color32| {
            let lin = linear(color);
            let lin = sight.map_or(lin, |rows| rows.map(|it| dot(it, lin).clamp(0.0, 1.0)));
            let lms = [
                [0.4122214708, 0.5363325363, 0.0514459929],
                [0.2119034982, 0.6806995451, 0.1073969566],
                [0.0883024619, 0.2817188376, 0.6299787005],
            ]
            .map(|it| dot(it, lin).max(0.0).cbrt());
            [
                [0.2104542553, 0.7936177850, -0.0040720468],
                [1.9779984951, -2.4285922050, 0.4505937099],
                [0.0259040371, 0.7827717662, -0.8086757660],
            ]
            .map(|it| dot(it, lms))
        };
        let (a, b) = (seen(a), seen(b));
        a.iter()
            .zip(b)
            .map(|(a, b)| (a - b).powi(2))
            .sum::<f64>()
            .sqrt()
    }

    #[test]
    fn every_text_can_be_read_on_its_ground() {
        for theme in [&LIGHT, &DARK, &CONTRAST] {
            let layers = [
                (theme.quote, theme.quote_tint),
                (theme.attribution, theme.attribution_tint),
                (theme.edit, theme.edit_tint),
                (theme.fact, theme.fact_tint),
                (theme.evidence, theme.evidence_tint),
                (theme.wording, theme.wording_tint),
            ];
            let grounds = [
                theme.paper,
                theme.chrome,
                theme.raised,
                theme.sunken,
                theme.row_selected,
            ];
            for ground in grounds {
                for text in [theme.ink, theme.ink2, theme.ink3, theme.accent] {
                    assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}");
                }
                for (hue, _) in layers {
                    assert!(contrast(hue, ground) >= 4.5, "{hue:?} on {ground:?}");
                }
            }
            for (hue, tint) in layers {
                assert!(contrast(hue, tint) >= 4.5, "{hue:?} on its tint");
                assert!(contrast(theme.ink, tint) >= 7.0, "ink on {tint:?}");
            }
            assert!(contrast(theme.on_accent, theme.accent) >= 4.5);
            assert!(contrast(theme.ink, theme.selection) >= 7.0);
            assert!(contrast(theme.focus, theme.paper) >= 3.0);
            assert!(contrast(theme.control_line, theme.chrome) >= 3.0);
        }
    }

    #[test]
    fn outlets_stay_apart_for_the_colorblind() {
        for theme in [&LIGHT, &DARK] {
            for (at, one) in theme.outlets.iter().enumerate() {
                assert!(contrast(*one, theme.paper) >= 3.0, "{one:?} on paper");
                for other in &theme.outlets[..at] {
                    for sight in [None, Some(DEUTERANOPIA), Some(PROTANOPIA)] {
                        let apart = distance(*one, *other, sight);
                        assert!(apart >= 0.055, "{one:?} and {other:?}: {apart}");
                    }
                }
            }
        }
    }
}
