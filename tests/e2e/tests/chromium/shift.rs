//! Layout shifts between two frames, which only Chromium reports.
//! `tests/pages/starting.rs` checks the final positions in every engine.

use e2e::{Faults, Plan, scenario};

#[test]
fn hydration_causes_no_layout_shift() {
    let held = Plan::default().faults(Faults::default().hold(".wasm"));
    scenario(held, async |reader| {
        reader.open("").await;
        let watch = "
            window.shifts = [];
            new PerformanceObserver((list) => shifts.push(...list.getEntries().map((shift) => shift.value)))
                .observe({ type: 'layout-shift', buffered: true });";
        reader.ask::<()>(watch, []).await;
        reader.server.release();
        reader.until_live().await;
        // An observer is notified of a frame after it was drawn.
        let frames = "const [done] = arguments;
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        let drawn = reader.client.execute_async(frames, vec![]).await;
        drawn.expect("two frames");
        assert_eq!(reader.ask::<Vec<f64>>("return shifts", []).await, [0.0; 0]);
    });
}
