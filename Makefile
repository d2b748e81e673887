# What you can do here: `make`, or `make help`.

SCRATCH ?= .build
PREFIX ?= /usr/local
ARGS ?=

swift_build := swift build --scratch-path $(SCRATCH)
# Carries Swift's own libraries along, so that the binary runs where there is no toolchain.
release := -c release --static-swift-stdlib --product waxwing

export WAXWING_BINARY ?= $(SCRATCH)/debug/waxwing
# Where `support` is, which the scripts share with the tests.
export PYTHONPATH := $(CURDIR)/Tests

.DEFAULT_GOAL := help
.PHONY: help run build test test-peers differential conformance no-loss bench fuzz lint check install clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' Makefile

run: build ## build, and start `waxwing dev`; ARGS="--http 127.0.0.1:9000 …" are passed on
	@exec $(SCRATCH)/debug/waxwing dev $(ARGS)

build: ## build the debug binary
	@scripts/setup
	$(swift_build) --product waxwing

test: ## all tests that need nothing but the product; ARGS="--filter DKIM" picks some
	@scripts/setup
	# A few at a time: hundreds of tests that compute, all begun at once, would starve those that wait.
	@mkdir -p $(SCRATCH)/report-samples
	REPORT_SAMPLES=$(abspath $(SCRATCH))/report-samples SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=4 \
	    swift test --scratch-path $(SCRATCH) $(ARGS)
	@scripts/linkage $(SCRATCH)/debug

test-peers: ## tests against boto3, aws, Postfix, swaks, dkimpy …; ARGS="-k dns" picks some
	@scripts/setup peers
	$(swift_build) --product waxwing
	# What the tests of MailReports wrote, if they were run. Most tests wait for servers, so some files
	# run at a time, each with servers of its own.
	samples=$(abspath $(SCRATCH))/report-samples; test ! -d "$$samples" || export REPORT_SAMPLES="$$samples"; \
	    .venv/bin/python -m pytest Tests/Peers Tests/Clients -n 3 --dist loadfile $(ARGS)

differential: ## thousands of generated messages and records beside other verifiers; writes docs/differential.md
	@scripts/setup peers
	$(swift_build) --product waxwing
	cd Tests/Peers && PYTHONDONTWRITEBYTECODE=1 ../../.venv/bin/python -m differential \
	    --write ../../docs/differential.md $(ARGS)

conformance: ## run published test data, CONFORMANCE=DIR, and write docs/conformance.md; ARGS="--topic spf"
	@scripts/setup
	@test -n "$(CONFORMANCE)" || { echo "Say where the data is: make conformance CONFORMANCE=DIR"; exit 2; }
	swift build --package-path Conformance --scratch-path .build-conformance
	.build-conformance/debug/Conformance $(CONFORMANCE) --write docs/conformance.md $(ARGS)

no-loss: ## kill a loaded server ten times, then look for every message it acknowledged
	@scripts/setup peers
	$(swift_build) --product waxwing
	.venv/bin/python Tests/Peers/no_loss.py $(ARGS)

bench: ## measure a release build beside its peers: Benchmarks/README.md
	@scripts/setup bench
	$(swift_build) $(release)
	WAXWING_BINARY=$(SCRATCH)/release/waxwing .venv/bin/python Benchmarks/bench.py $(ARGS)

fuzz: ## fuzz every parser; SECONDS=60 each
	@scripts/setup
	Fuzz/run all $(or $(SECONDS),60)

lint: ## formatting, house rules, generated code
	@scripts/lint

check: ## everything that a change must pass
	@scripts/check

install: ## build a release and copy it to PREFIX/bin (/usr/local)
	@scripts/setup
	$(swift_build) $(release)
	install -D -m 755 $(SCRATCH)/release/waxwing $(DESTDIR)$(PREFIX)/bin/waxwing
	@scripts/shared-libraries $(SCRATCH)/release/waxwing

clean: ## remove what was built, and the virtual environment
	rm -rf $(SCRATCH) .venv Tests/.pytest_cache Benchmarks/results
