"""Photos sent at one go are one thing, and what cannot be taken is refused kindly."""


async def ready(observer):
    await observer.says("观测 金港")
    await observer.taps("环境卫生")


async def test_an_album_changes_one_panel_and_sends_no_second(cast):
    await ready(cast.observer)
    first = await cast.observer.sends_photo("p1", album="77", caption="村口垃圾")
    panel = cast.observer.panel.id
    assert "照片 1 张" in first
    for number in (2, 3, 4):
        answer = await cast.observer.sends_photo(f"p{number}", album="77")
        assert [each.id for each in answer] == [panel]
        assert f"照片 {number} 张" in answer
        assert "村口垃圾" in answer
    assert cast.observer.panel.edited == 3
    assert "已受理" in await cast.observer.taps("submit")


async def test_another_album_and_a_single_photo_have_panels_of_their_own(cast):
    await ready(cast.observer)
    await cast.observer.sends_photo("p1", album="77")
    before = cast.observer.panel.id
    await cast.observer.sends_photo("p2", album="78")
    second = cast.observer.panel.id
    await cast.observer.sends_photo("p3")
    assert len({before, second, cast.observer.panel.id}) == 3
    assert "照片 3 张" in cast.observer.panel.text


async def test_a_round_video_is_refused_with_what_to_send_instead(cast):
    await ready(cast.observer)
    await cast.observer.says("村口垃圾")
    answer = await cast.observer.sends_video_note()
    assert "圆形视频（视频留言）这里收不了。请拍成照片" in answer
    assert "村口垃圾" in answer
    assert "已受理" in await cast.observer.taps("submit")


async def test_a_round_video_out_of_nowhere_is_answered_too(cast):
    answer = await cast.other_observer.sends_video_note()
    assert "A round video message cannot be taken here" in answer
