# lysark: `make help` lists the targets, ARCHITECTURE.md says what is where.
MODE ?= debug
BUILD := build/$(MODE)
PREFIX ?= /usr/local
CASE ?= *
SECONDS ?= 1200
Q := $(if $(V),,@)# make V=1 shows the commands

# Loaded with every deck: each shared library costs the start of a process a tenth of a
# millisecond, so that those whose licence asks nothing of a program are linked in where
# the system has an archive of them. libzip is opened when a workbook is, and
# libturbojpeg when a JPEG file is.
PACKAGES := fribidi harfbuzz harfbuzz-subset libpng
ARCHIVES := yaml deflate expat
archive = $(if $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a 2>/dev/null)),-l:lib$(1).a,-l$(1))
soname = $(shell objdump -p $$($(CC) -print-file-name=$(1).so) 2>/dev/null | sed -n 's/ *SONAME *//p')
LIBZIP := $(call soname,libzip)
TURBOJPEG := $(call soname,libturbojpeg)
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wvla -Wundef -Wformat=2 -Wswitch-enum \
        -Wstrict-prototypes -Wmissing-prototypes -Wdouble-promotion
CFLAGS_debug := -O1 -g
CFLAGS_check := -O1 -g -Werror
CFLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer
CFLAGS_fuzz := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
CFLAGS_release := -O2 -g -DNDEBUG -flto=auto
override CFLAGS += -std=c11 -D_GNU_SOURCE $(WARN) $(CFLAGS_$(MODE)) -Isrc -MMD -MP \
          -DLYSARK_PREFIX='"$(PREFIX)"' -DLYSARK_LIBZIP='"$(LIBZIP)"' \
          -DLYSARK_TURBOJPEG='"$(TURBOJPEG)"' \
          $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
LDLIBS += -lhpdf -lcsv -lunistring -lmd4c $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) \
          $(foreach name,$(ARCHIVES),$(call archive,$(name))) -lm -ldl

SRCS := $(wildcard src/*.c src/*/*.c)
VERIFY := $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/verify/*.c))# a program of its own
OBJS := $(filter-out $(VERIFY),$(SRCS:%.c=$(BUILD)/%.o))
LIBRARY := $(filter-out $(BUILD)/src/main.o,$(OBJS))
UNITS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/unit/*_test.c))
FUZZERS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/*.c))
FORMATTED := $(SRCS) $(wildcard src/*/*.h tests/unit/*.[ch] tests/bench/*.[ch] tests/fuzz/*.[ch])
INSTALLED := $(shell find fonts layouts docs/schema -type f -not -path '*/messages/*' 2>/dev/null)
LANGUAGES := $(basename $(notdir $(wildcard layouts/messages/*.po)))
MESSAGES := $(LANGUAGES:%=build/locale/%/LC_MESSAGES/lysark.mo)
SHARE := $(DESTDIR)$(PREFIX)/share
AGAIN = $(MAKE) --no-print-directory -j$(shell nproc)

all: $(BUILD)/lysark $(BUILD)/lysark-verify $(MESSAGES) ## the programs, in build/$(MODE)/ (MODE: debug, release, asan)

$(BUILD)/lysark: $(OBJS)
	@echo 'link $@'
	$(Q)$(CC) $(CFLAGS) -o $@ $^ $(LDLIBS)
$(BUILD)/lysark-verify: $(LIBRARY) $(VERIFY)
	@echo 'link $@'
	$(Q)$(CC) $(CFLAGS) -o $@ $^ $(LDLIBS) $(shell pkg-config --libs poppler-glib libqpdf)
POPPLER = $(patsubst -I%,-isystem %,$(shell pkg-config --cflags poppler-glib libqpdf 2>/dev/null))
$(BUILD)/src/verify/printed.o $(BUILD)/src/verify/tagged.o $(BUILD)/src/verify/beside.o: override CFLAGS += $(POPPLER)
$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo 'cc $<'
	$(Q)$(CC) $(CFLAGS) -c -o $@ $<
# file.c knows the prefix: it is compiled again when that is another.
$(BUILD)/src/base/file.o: $(BUILD)/prefix
$(BUILD)/prefix: always
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' > $@
$(BUILD)/tests/unit/content_test: $(patsubst %,$(BUILD)/src/verify/%.o,content code_map token)
$(BUILD)/tests/unit/hole_test: $(BUILD)/src/verify/hole.o
$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(LIBRARY)
	@echo 'link $@'
	$(Q)$(CC) $(CFLAGS) -o $@ $^ -lcmocka -lcjson $(LDLIBS)
build/locale/%/LC_MESSAGES/lysark.mo: layouts/messages/%.po
	@mkdir -p $(@D)
	@echo 'msgfmt $<'
	$(Q)msgfmt --check-format -o $@ $<
$(BUILD)/tests/fuzz/%: $(BUILD)/tests/fuzz/%.o $(LIBRARY)
	@echo 'link $@'
	$(Q)$(CC) $(CFLAGS) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)
units: $(UNITS)
fuzzers: $(FUZZERS)

demo: ## install what is missing, build, render the sample decks and a handout into out/
	@tests/lib/install.sh build
	@$(AGAIN) MODE=release all
	@mkdir -p out
	build/release/lysark render layouts/naeringsvennlig.yaml -o out/ostre-toten-2024.pdf
	build/release/lysark render layouts/vedlegg.yaml -o out/ostre-toten-2024-vedlegg.pdf
	build/release/lysark handout layouts/naeringsvennlig.yaml -o out/ostre-toten-2024-handout.pdf
region: ## a deck and a handout for each municipality of the sample, verified, into out/region/
	@tests/lib/install.sh build
	@$(AGAIN) MODE=release all
	@mkdir -p out
	build/release/lysark batch layouts/naeringsvennlig.yaml --handout -o out/region
test: ## install what is missing, build, run every test
	@tests/lib/install.sh build test
	@$(AGAIN) all units
	@MODE=$(MODE) tests/run.sh

check: ## quick: build without warnings, layers, unit tests, cases, a batch
	@$(AGAIN) MODE=check all units
	@tests/layers.sh
	@MODE=check tests/run.sh unit cases batch
unit: all units ## unit tests
	@MODE=$(MODE) tests/run.sh unit
cases: all ## cases; CASE=pattern for some of them
	@MODE=$(MODE) tests/run.sh cases '$(CASE)'
accept: all ## rewrite the expectations of the cases that CASE=pattern names
	@MODE=$(MODE) tests/run.sh --accept cases '$(CASE)'
asan: ## unit tests and cases under address and undefined-behaviour sanitizers
	@$(AGAIN) MODE=asan all units
	@MODE=asan tests/run.sh unit cases
fuzz: ## each fuzz target for SECONDS (1200), under the sanitizers; needs clang
	@tests/lib/install.sh build fuzz
	@$(AGAIN) MODE=fuzz CC=clang fuzzers
	@tests/fuzz/run.sh $(SECONDS)
bench: ## speed, memory and size, beside plain libharu
	@tests/lib/install.sh build bench
	@$(AGAIN) MODE=release all
	@tests/bench/run.py

messages: ## bring the translations up to the source; what is new is left empty
	@layouts/messages/update.sh
docs: all ## write docs/schema, docs/reference.md, a specimen, and every chart
	@docs/write.sh $(BUILD)/lysark
	$(BUILD)/lysark render docs/specimen.yaml -o docs/specimen.pdf
	@for language in nn en; do $(BUILD)/lysark render docs/specimen.yaml \
	  --language $$language -o docs/specimen-$$language.pdf || exit 1; done
	@for deck in charts charts-few charts-many charts-long; do \
	  $(BUILD)/lysark render docs/charts/$$deck.yaml -o docs/$$deck.pdf || exit 1; done

layers: ## folders include only to their left, libraries only where they belong
	@tests/layers.sh
format: ## lay out the C files
	@clang-format -i $(FORMATTED)
format-check:
	@clang-format --dry-run -Werror $(FORMATTED)
tidy: ## static analysis
	@printf '%s\n' $(SRCS) | xargs -P $$(nproc) -I FILE \
	  clang-tidy --quiet FILE -- $(filter-out -M%,$(CFLAGS)) $(POPPLER) 2>/dev/null

install: ## into $(DESTDIR)$(PREFIX)
	@$(AGAIN) MODE=release all
	install -D -m 755 build/release/lysark $(DESTDIR)$(PREFIX)/bin/lysark
	install -D -m 755 build/release/lysark-verify $(DESTDIR)$(PREFIX)/bin/lysark-verify
	install -D -m 644 docs/lysark.1 $(SHARE)/man/man1/lysark.1
	install -D -m 644 docs/completion/lysark.bash $(SHARE)/bash-completion/completions/lysark
	install -D -m 644 docs/completion/_lysark $(SHARE)/zsh/site-functions/_lysark
	@for file in $(INSTALLED); do install -D -m 644 $$file $(SHARE)/lysark/$$file; done
	@cd build && for file in $(MESSAGES:build/%=%); do install -D -m 644 $$file $(SHARE)/$$file; done
uninstall: ## what install made
	rm -rf $(DESTDIR)$(PREFIX)/bin/lysark $(DESTDIR)$(PREFIX)/bin/lysark-verify $(SHARE)/man/man1/lysark.1 $(SHARE)/lysark \
	  $(SHARE)/bash-completion/completions/lysark $(SHARE)/zsh/site-functions/_lysark \
	  $(MESSAGES:build/%=$(SHARE)/%)
clean: ## all that was built
	rm -rf build out
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  \1	/p' Makefile | expand -t 14

.PHONY: always all units fuzzers fuzz demo region test check unit cases accept asan \
        bench docs messages layers format format-check tidy install uninstall clean help
.SECONDARY:
-include $(OBJS:.o=.d) $(VERIFY:.o=.d) $(UNITS:=.d)
