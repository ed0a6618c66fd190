//! Processor time of one frame of the window, without a graphics card: layout and paint lists.
//!
//! `cargo bench --features benches --bench frame`

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use crossread::gui::app::App;
use crossread::gui::command::{Command, View};
use crossread::pipeline::{self, Input};
use eframe::egui::{self, Pos2, Rect, vec2};

/// A window without a screen.
struct Window {
    ctx: egui::Context,
    app: App,
    time: f64,
}

impl Window {
    fn new(inputs: Vec<Input>, view: View) -> Self {
        let ctx = egui::Context::default();
        let mut app = App::new(&ctx, inputs);
        app.settle(&ctx);
        app.apply(&ctx, Command::ShowView(view));
        app.apply(&ctx, Command::NextFinding);
        let mut res = Self {
            ctx,
            app,
            time: 0.0,
        };
        for _ in 0..20 {
            res.frame();
        }
        res
    }

    fn frame(&mut self) {
        self.time += 1.0 / 60.0;
        let input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 1000.0))),
            max_texture_side: Some(8192),
            time: Some(self.time),
            ..egui::RawInput::default()
        };
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| app.frame(ui));
        let shapes = std::mem::take(&mut output.shapes);
        black_box(self.ctx.tessellate(shapes, 1.0));
        output.drop_without_applying_deltas();
    }

    fn scroll(&mut self) {
        let by = if (self.time as u64).is_multiple_of(2) {
            0.02
        } else {
            -0.02
        };
        self.app.apply(&self.ctx, Command::ScrollPage(by));
        self.frame();
    }
}

/// `n` outlets that report the same in other orders, about 1,500 words each.
fn generated(n: usize) -> Vec<Input> {
    const SUBJECTS: [&str; 7] = [
        "The harbor",
        "A pilot",
        "The council",
        "One witness",
        "The ferry",
        "A spokeswoman",
        "The crew",
    ];
    const VERBS: [&str; 5] = ["saw", "left", "closed", "answered", "measured"];
    const THINGS: [&str; 8] = [
        "the gate",
        "the bell",
        "nine boats",
        "the log",
        "a long quay",
        "the tide",
        "two lamps",
        "the rope",
    ];
    let article = |nth: usize| {
        let mut text = format!("Report {nth} from the harbor\n\n");
        for paragraph in 0..50 {
            let at = paragraph * 7 + nth * 3;
            for sentence in 0..4 {
                let it = at + sentence * 5;
                text.push_str(&format!(
                    "{} {} {} near the northern pier on day {}. ",
                    SUBJECTS[it % 7],
                    VERBS[it % 5],
                    THINGS[it % 8],
                    it % 90,
                ));
            }
            if paragraph % 5 == 0 {
                let shared = (paragraph / 5 + nth) % 12;
                text.push_str(&format!(
                    "“We counted {shared} ropes at the pier that evening, and none of them had \
                     been cut before {} came,” said Ada Quill.",
                    THINGS[shared % 8],
                ));
            }
            text.push_str("\n\n");
        }
        Input::Text {
            name: format!("outlet-{nth}.txt"),
            text,
        }
    };
    (0..n).map(article).collect()
}

fn frames(criterion: &mut Criterion) {
    for view in View::ALL {
        let mut window = Window::new(pipeline::sample(), view);
        let name = format!("{}, 5 articles", view.name());
        criterion.bench_function(&name, |it| it.iter(|| window.frame()));
    }
    for view in [View::Columns, View::Annotated, View::Grid] {
        let mut window = Window::new(generated(50), view);
        let name = format!("{}, 50 articles, scrolling", view.name());
        criterion.bench_function(&name, |it| it.iter(|| window.scroll()));
    }
}

criterion_group!(benches, frames);
criterion_main!(benches);
