# lysark: `make help` lists the targets.
MODE ?= debug
BUILD := build/$(MODE)
PREFIX ?= /usr/local

PACKAGES := harfbuzz harfbuzz-subset yaml-0.1 libdeflate
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wvla -Wundef -Wformat=2 -Wswitch-enum \
        -Wstrict-prototypes -Wmissing-prototypes -Wdouble-promotion
CFLAGS_debug := -O1 -g
CFLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer
CFLAGS_release := -O2 -g -DNDEBUG
override CFLAGS += -std=c11 -D_GNU_SOURCE $(WARN) $(CFLAGS_$(MODE)) -Isrc -MMD -MP \
          -DLYSARK_PREFIX='"$(PREFIX)"' $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
LDLIBS += -lhpdf -lcsv -lunistring -lmd4c $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm

SRCS := $(wildcard src/*.c src/*/*.c)
OBJS := $(SRCS:%.c=$(BUILD)/%.o)
LIBRARY := $(filter-out $(BUILD)/src/main.o,$(OBJS))
UNITS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/unit/*_test.c))

all: $(BUILD)/lysark

$(BUILD)/lysark: $(OBJS)
	$(CC) $(CFLAGS) -o $@ $^ $(LDLIBS)
$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -c -o $@ $<
$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(LIBRARY)
	$(CC) $(CFLAGS) -o $@ $^ -lcmocka $(LDLIBS)

clean:
	rm -rf build out
.PHONY: all clean
-include $(OBJS:.o=.d)
