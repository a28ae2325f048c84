# SPDX-License-Identifier: Apache-2.0
"""One page that shows records, works without a network and answers like `pick`."""
