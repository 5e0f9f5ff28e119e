// SPDX-License-Identifier: Apache-2.0
#include <zlib.h>

// The macros of zlib that Swift does not see.
static inline int kip_inflate_init_raw(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }
static inline int kip_deflate_init_raw(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
