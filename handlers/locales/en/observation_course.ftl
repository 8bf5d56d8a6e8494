# Observations, what came later: the whole course, the office's desk, the quarterly report.
came-unread = { $kind ->
    [video_note] A round video message cannot be taken here. Please send a photo, or say it in words or by voice.
    [video] A video cannot be taken here. Please send one picture of it as a photo, or say it in words or by voice.
    [audio] An audio file cannot be taken here. Please use a voice message or words.
   *[sticker] A sticker cannot be taken here. Please use words.
}
