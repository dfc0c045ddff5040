// SPDX-License-Identifier: Apache-2.0
// PO files, sentences and languages.
#include "foundation/words/catalogue.h"

#include <gtest/gtest.h>

namespace alongside::words {
namespace {

constexpr std::string_view po =
    "msgid \"\"\nmsgstr \"\"\n\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n"
    "# a comment\nmsgid \"a.hello\"\nmsgstr \"Hello \"\n\"{name}\"\n\n"
    "msgid \"a.days\"\nmsgid_plural \"a.days\"\nmsgstr[0] \"{n} day\"\nmsgstr[1] \"{n} days\"\n";

}  // namespace

TEST(Catalogue, says_sentences_with_values_and_plurals) {
  Language english("en");
  english.add(po_from(po));
  EXPECT_EQ(english.say("a.hello", {{"name", "{n} & co"}}), "Hello {n} & co");
  EXPECT_EQ(english.say_count("a.days", 1), "1 day");
  EXPECT_EQ(english.say_count("a.days", 0), "0 days");
  EXPECT_EQ(english.say("a.missing"), "[a.missing]");
}

TEST(Catalogue, names_faults_with_their_line) {
  EXPECT_EQ(po_from("msgid \"a\"\nmsgstr \"1\"\n\nmsgid \"a\"\nmsgstr \"2\"\n").faults.size(), 1U);
  EXPECT_EQ(po_from("msgid \"a\"\n\nrubbish \"x\"\n").faults.size(), 2U);
  EXPECT_EQ(po_from("msgid \"\"\nmsgstr \"\"\n\"Plural-Forms: nplurals=9; plural=n;\\n\"\n")
                .faults.size(),
            1U);
}

TEST(Languages, chooses_what_the_browser_prefers) {
  const Languages languages;
  EXPECT_EQ(languages.preferred("sv-SE,sv;q=0.9,en;q=0.8", "en"), "sv");
  EXPECT_EQ(languages.preferred("fr,en;q=0.5,sv;q=0.4", "sv"), "en");
  EXPECT_EQ(languages.preferred("fr", "sv"), "sv");
  EXPECT_EQ(languages.preferred("", "en"), "en");
  EXPECT_EQ(languages.preferred("sv;q=0", "en"), "en");
}

TEST(Languages, say_the_same_things) {
  const Languages languages;
  EXPECT_EQ(languages.in("en").keys(), languages.in("sv").keys());
  EXPECT_EQ(languages.in("xx").code(), "en");
}

}  // namespace alongside::words
