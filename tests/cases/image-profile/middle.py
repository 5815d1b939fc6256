"""Whether the middle of each page, pictures in PPM, is the green of sRGB (0, 200, 0): the
bytes of the files are those of Adobe RGB, (112, 198, 46)."""
import sys

for page in sys.argv[1:]:
    magic, size, most, pixels = open(page, "rb").read().split(b"\n", 3)
    width, height = map(int, size.split())
    at = 3 * (height // 2 * width + width // 2)
    near = all(abs(a - b) <= 4 for a, b in zip(pixels[at:at + 3], (0, 200, 0)))
    print("the green of sRGB" if near else tuple(pixels[at:at + 3]))
