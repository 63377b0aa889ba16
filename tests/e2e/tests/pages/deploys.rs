//! New versions: a browser uses all files of a version or none, however much of
//! it was deployed.

use e2e::{
    Deployed, Faults,
    deploy::{Files, later_version},
    until,
};

use crate::{
    PAGES, scenario,
    service_worker::{SAVES_DATA, assert_works, kept, plan, prepend, until_kept, version},
};

#[test]
fn a_deploy_takes_effect_as_a_whole_at_the_next_load() {
    let site = Deployed::default();
    scenario(plan(&site), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        let first = kept(reader).await;
        site.replace(&later_version());
        assert_works(reader).await;
        reader.reload().await;
        assert_works(reader).await;
        assert_eq!(version(reader).await, "later");
        until("the new version to be kept", async || {
            let kept = kept(reader).await;
            kept.iter().any(|name| !first.contains(name)).then_some(())
        })
        .await;
        until_kept(reader).await;
        reader.reload().await;
        until("the old version to be dropped", async || {
            let kept = kept(reader).await;
            (kept.len() == 1 && kept != first).then_some(())
        })
        .await;
        reader.lose_host().await;
        reader.reload().await;
        assert_works(reader).await;
        assert_eq!(version(reader).await, "later");
    });
}

/// Deploys a version that `spoil` has damaged, while `page` is open; the first
/// version stays in use. The workers of both begin with `script`.
fn first_version_stays(page: &str, script: &str, spoil: impl Fn(&mut Files)) {
    let site = Deployed::default();
    prepend(&site, script);
    let plan = plan(&site).expect_lost_files().expect_message("integrity");
    scenario(plan, async |reader| {
        reader.open_live(page).await;
        until_kept(reader).await;
        let first = site.files();
        let mut later = later_version();
        spoil(&mut later);
        site.put(&later);
        prepend(&site, script);
        let update = "return navigator.serviceWorker.getRegistration()
            .then((found) => {
                self.first = found.active;
                return found.update();
            })
            .then((found) => found.installing ? 'begun' : 'not begun')";
        assert_eq!(reader.ask::<String>(update, []).await, "begun");
        // Not by its `state`, whose change WebKit may miss (`until_kept`).
        let left = "return navigator.serviceWorker.getRegistration()
            .then((found) => !found.installing && !found.waiting && found.active === self.first)";
        until("the damaged version to be refused", async || {
            reader.ask::<bool>(left, []).await.then_some(())
        })
        .await;
        // The server stops before the deploy is complete.
        site.replace(&first);
        reader.lose_host().await;
        reader.reload().await;
        assert_works(reader).await;
        assert_eq!(version(reader).await, "first");
    });
}

#[test]
fn a_version_with_a_cut_wasm_is_not_installed() {
    first_version_stays("", "", |later| {
        for (path, bytes) in later {
            if path.ends_with(".wasm") {
                bytes.truncate(bytes.len() / 2);
            }
        }
    });
}

#[test]
fn a_version_with_missing_pages_is_not_installed() {
    first_version_stays("", "", |later| {
        later.retain(|path, _| !path.ends_with(".html"));
    });
}

#[test]
fn a_version_without_its_front_page_is_not_installed() {
    first_version_stays(PAGES[1], "", |later| {
        later.remove("index.html").expect("the front page");
    });
}

/// For whom the front page is not fetched.
#[test]
fn a_version_with_missing_pages_is_not_installed_by_a_reader_who_saves_data() {
    first_version_stays(PAGES[1], SAVES_DATA, |later| {
        later.retain(|path, _| !path.ends_with(".html"));
    });
}

/// A page that loads drops the caches of older versions, but not that of the next.
#[test]
fn a_page_that_loads_during_the_installation_does_not_disturb_it() {
    let (site, later) = (Deployed::default(), later_version());
    let wasm = later.keys().find(|path| path.ends_with(".wasm"));
    let wasm = wasm.expect("a site has wasm");
    let faults = Faults::default().hold(wasm.as_str());
    scenario(plan(&site).faults(faults), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        // The files of the first version stay, for the page that loads.
        site.put(&later);
        let update = "return navigator.serviceWorker.getRegistration()
            .then((found) => found.update()).then(() => 0)";
        reader.ask::<u32>(update, []).await;
        until("the installation", async || {
            (kept(reader).await.len() == 2).then_some(())
        })
        .await;
        reader.reload().await;
        assert_works(reader).await;
        assert_eq!(version(reader).await, "first");
        reader.server.release();
        until_kept(reader).await;
        reader.lose_host().await;
        reader.reload().await;
        assert_works(reader).await;
        assert_eq!(version(reader).await, "later");
    });
}

#[test]
fn two_tabs_work_through_a_deploy() {
    let site = Deployed::default();
    scenario(plan(&site), async |reader| {
        reader.open_live("").await;
        until_kept(reader).await;
        let first = reader.client.window().await.expect("a tab");
        let second = reader.client.new_window(true).await.expect("another tab");
        reader
            .client
            .switch_to_window(second.handle)
            .await
            .expect("the other tab");
        reader.open_live("mission-impossible-fallout/").await;
        site.replace(&later_version());
        reader.reload().await;
        assert_works(reader).await;
        assert_eq!(version(reader).await, "later");
        reader
            .client
            .switch_to_window(first)
            .await
            .expect("the first tab");
        assert_eq!(version(reader).await, "first");
        assert_works(reader).await;
    });
}
