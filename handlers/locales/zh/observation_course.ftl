# Observations, what came later: the whole course, the office's desk, the quarterly report.
came-unread = { $kind ->
    [video_note] 圆形视频（视频留言）这里收不了。请拍成照片，或用文字、语音说明。
    [video] 视频这里收不了。请截取其中一张作为照片发送，或用文字、语音说明。
    [audio] 音频文件这里收不了。请用语音消息或文字说明。
   *[sticker] 贴纸这里收不了。请用文字说明。
}
