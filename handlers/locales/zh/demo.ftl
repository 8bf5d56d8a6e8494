# The demonstration.
demo-ready = 演示已就绪，请在浏览器打开：{ $url }
    演示城市，人员与数据均为虚构。按 Ctrl-C 结束。
demo-failed = ✗ 第 { $number } 幕“{ $title }”没有达到效果：{ $why }
demo-played = ✓ { $count } 幕全部演完，保存文件 { $files } 个：{ $folder }
