//! A picture of a user or a team (S2.17): chosen from a file, cut to a square and made small enough to travel with the directory, so
//! that it shows without a network; or removed.

use crate::{
    browser,
    language::t,
    state::App,
    ui::{avatar::pictured, button::Button, icon::Icon},
};
use leptos::{html, prelude::*, task::spawn_local};
use rollcall_core::{
    command::{Authored, SetAvatar},
    model::AvatarOf,
    value::Picture,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, ImageBitmap, ImageEncodeOptions, OffscreenCanvas, OffscreenCanvasRenderingContext2d};

/// The edges that are tried, in pixels: the first picture that is small enough is taken. What a browser writes as PNG, because it
/// writes no WebP, is larger.
const EDGES: [u32; 5] = [256, 192, 128, 96, 64];
/// How well a picture is kept, from 0 to 1.
const QUALITY: f64 = 0.86;

/// The address of a picture, where there is one; tracked.
pub fn picture_of(app: App, of: AvatarOf) -> Option<String> {
    let picture = app.ask(|replica, _| replica.view().avatar(of).map(|avatar| avatar.picture.clone())).flatten()?;
    browser::data_address(picture.media_type(), picture.bytes())
}

/// The picture, and the buttons that choose another and remove it. `named`: what it is a picture of; `seed`: what its colour comes
/// from while there is none.
pub fn choice(app: App, of: AvatarOf, named: Signal<String>, seed: u128, kind: &'static str) -> AnyView {
    let picker = NodeRef::<html::Input>::new();
    let (busy, wrong) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let picture = Memo::new(move |_| picture_of(app, of));
    let set = move |picture: Option<Picture>| {
        let before =
            app.ask_once(|replica, _| replica.view().avatar(of).map(|avatar| avatar.picture.clone())).flatten();
        if before == picture {
            return;
        }
        let said = if picture.is_some() { t!(picture_set) } else { t!(picture_removed) };
        let undo = Authored::from(SetAvatar { of, picture: before });
        app.issue(SetAvatar { of, picture }, move |result| match result {
            Ok(_) => app.say_done(said, Some(undo), t!(undone)),
            Err(error) => drop(wrong.try_set(Some(app.issue_error(&error)))),
        });
    };
    let picked = move |_| {
        let Some(input) = picker.get_untracked() else { return };
        let file = input.files().and_then(|files| files.get(0));
        // So that the same file can be picked again.
        input.set_value("");
        let Some(file) = file else { return };
        busy.set(true);
        wrong.set(None);
        spawn_local(async move {
            let made = shrunk(&file).await;
            // Whoever went elsewhere meanwhile changed nothing.
            if busy.try_set(false).is_some() {
                return;
            }
            match made {
                Ok(Some(picture)) => set(Some(picture)),
                Ok(None) | Err(_) => wrong.set(Some(t!(picture_unreadable))),
            }
        });
    };
    let pick = move |_| {
        if let Some(input) = picker.get_untracked() {
            input.click();
        }
    };
    let remove = Callback::new(move |_| set(None));
    view! {
        <div class="picture-of">
            {move || pictured(picture.get(), &named.get(), seed, kind)}
            <div class="row-of">
                <Button label=t!(picture_choose) kind="small" sign=Icon::Upload busy=busy described_by="picture-wrong" on_click=Callback::new(pick) />
                <Show when=move || picture.with(Option::is_some)>
                    <Button label=t!(picture_remove) kind="small" sign=Icon::Trash on_click=remove />
                </Show>
            </div>
            <input node_ref=picker type="file" hidden accept="image/*" aria-label=t!(picture_file) on:change=picked />
            <p id="picture-wrong" class="error" aria-live="polite">{wrong}</p>
        </div>
    }
    .into_any()
}

/// The middle of an image, as large as a picture may be; none where no size is small enough. What a camera wrote into the file, such
/// as the place, is left behind.
async fn shrunk(file: &File) -> Result<Option<Picture>, JsValue> {
    let image: ImageBitmap = JsFuture::from(window().create_image_bitmap_with_blob(file)?).await?.unchecked_into();
    let (width, height) = (f64::from(image.width()), f64::from(image.height()));
    let edge = width.min(height);
    for size in EDGES {
        let canvas = OffscreenCanvas::new(size, size)?;
        let Some(context) = canvas.get_context("2d")? else { return Ok(None) };
        let context: OffscreenCanvasRenderingContext2d = context.unchecked_into();
        // A plain property, which the bindings do not have.
        js_sys::Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into())?;
        let (left, top, to) = ((width - edge) / 2.0, (height - edge) / 2.0, f64::from(size));
        context.draw_image_with_image_bitmap_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            &image, left, top, edge, edge, 0.0, 0.0, to, to,
        )?;
        let options = ImageEncodeOptions::new();
        options.set_type("image/webp");
        options.set_quality(QUALITY);
        let blob: Blob = JsFuture::from(canvas.convert_to_blob_with_options(&options)?).await?.unchecked_into();
        let bytes = js_sys::Uint8Array::new(&JsFuture::from(blob.array_buffer()).await?).to_vec();
        if let Ok(picture) = Picture::parse(&bytes) {
            return Ok(Some(picture));
        }
    }
    Ok(None)
}
