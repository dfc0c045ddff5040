// SPDX-License-Identifier: Apache-2.0
// Reads *.story files, which a clinician can read too, and acts them out against the real pages.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "clinic.h"
#include "doors/exchange/person_bundle.h"
#include "doors/web/door.h"
#include "doors/web/prepare.h"
#include "doors/web/sign_in.h"
#include "foundation/base/secret.h"
#include "foundation/base/text.h"
#include "record/known_programs.h"
#include "made_up_clinics.h"
#include "other_system.h"
#include "stories/seen_page.h"

namespace alongside::stories {
namespace {

namespace files = std::filesystem;

/// What went wrong, in words; the runner adds file and line.
struct Disappointment {
  std::string what;
};

struct Visitor {
  std::string cookie;
  std::string guest;  // of a code for a visit
  SeenPage page;
  std::map<std::string, std::vector<std::string>> typed;  // by field name, for the current form
  const SeenForm* form = nullptr;
};

class Stage {
 public:
  explicit Stage(bool example)
      : clinic_(example ? record::ClinicKind::example : record::ClinicKind::own),
        log_(clinic_.clock, nullptr),
        others_(clinic_.service),
        door_(clinic_.service, settings_, log_, exchange::person_bundle, &others_) {
    callers_ = {{"Amina", clinic_.amina},
                {"Bo", clinic_.bo},
                {"Dr Lind", clinic_.lind},
                {"Dr Holm", clinic_.holm}};
    service::Caller ada;
    ada.home = {1};
    ada.name = "Ada";
    ada.administrator = true;
    clinic_.service.database().write([&](sql::Writing& writing) {
      ada.user_no = record::add_user(writing, {{1}, {0}, "Ada", {}, {}, true, ""}).value;
    });
    callers_["Ada"] = ada;
    settings_.zone = "Europe/Stockholm";
    clinic_.service.database().write([&](sql::Writing& writing) {
      const std::string hash = password_hash("four words you like");
      record::add_login(writing, "amina", {1}, {clinic_.amina.user_no}, hash,
                        record::LoginKind::real);
      record::add_login(writing, "lind", {1}, {clinic_.lind.user_no}, hash,
                        record::LoginKind::real);
      record::add_login(writing, "holm", {1}, {clinic_.holm.user_no}, hash,
                        record::LoginKind::real);
    });
  }

  void act(const std::string& line) {
    const std::string word = line.substr(0, line.find(' '));
    const std::string rest = word.size() < line.size() ? line.substr(word.size() + 1) : "";
    if (word == "as") return enter(rest);
    if (word == "later") return later(rest);
    if (line == "keep the link") return keep_link();
    if (line.starts_with("keep the page ")) return keep_page(line.substr(14));
    if (line == "open the kept link") return open(kept_link_);
    if (line.starts_with("clinics share ")) return clinics_share(line);
    if (line.starts_with("live the trial: ")) return live_the_trial(line.substr(16));
    if (line.starts_with("another system opens ")) return others_.opens(person_there(rest));
    if (line.starts_with("a program asks for ")) return program_asks(quoted(rest));
    if (word == "open") return open(rest);
    if (word == "write") return fill(rest);
    if (word == "write-in" || word == "choose-in") return fill_by_name(rest);
    if (word == "choose" || word == "tick") return pick(quoted(rest));
    if (word == "press") return press(quoted(rest));
    if (word == "see") return see(quoted(rest), true);
    if (line.starts_with("do not see ")) return see(quoted(line), false);
    if (word == "status") return status(std::stoi(rest));
    throw Disappointment{"nobody knows how to \"" + word + "\""};
  }

 private:
  static std::string quoted(const std::string& text) {
    const std::size_t open = text.find('"');
    const std::size_t close = text.rfind('"');
    if (open == std::string::npos || close == open)
      throw Disappointment{"words in quotes are missing: " + text};
    return text.substr(open + 1, close - open - 1);
  }

  /// "another system opens Patient/w, Wilma Lund, born 1961-03-04"
  static service::LaunchedPerson person_there(const std::string& rest) {
    const auto parts = split(rest, ',');
    if (parts.size() != 3) throw Disappointment{"reference, name and day are missing"};
    const std::string name = one_line(parts[1]);
    return {std::string(parts[0].substr(parts[0].rfind(' ') + 1)),
            name,
            name.substr(name.rfind(' ') + 1),
            Day::from_iso(parts[2].substr(parts[2].rfind(' ') + 1)),
            {}};
  }

  /// The first program that is named sends the browser here with what it asks.
  void program_asks(const std::string& scope) {
    const auto programs = clinic_.service.database().read(
        [](const sql::Reading& reading) { return record::known_programs(reading); });
    if (programs.empty()) throw Disappointment{"no program is named"};
    open("/authorize?response_type=code&state=s1&code_challenge_method=S256&code_challenge=" +
         std::string(43, 'c') + "&client_id=" + programs.front().id +
         "&aud=" + percent_encoded("http://clinic.example/fhir") + "&redirect_uri=" +
         percent_encoded(programs.front().returns.front()) + "&scope=" + percent_encoded(scope));
  }

  /// Out of reach of a story: where the browser went, up to the first value.
  void leave_for(const std::string& address) {
    status_ = 303;
    body_ = "<main><p>Gone to " + address.substr(0, address.find('=')) + "</p></main>";
    now().page = SeenPage::of(body_);
  }

  Visitor& now() { return visitors_[current_]; }

  void enter(const std::string& name) {
    current_ = name;
    if (name == "nobody" || visitors_.contains(name)) return;
    const auto caller = callers_.find(name);
    if (caller == callers_.end()) throw Disappointment{"nobody is called " + name};
    now().cookie = fresh_token(clinic_.randomness);
    clinic_.service.database().write([&](sql::Writing& writing) {
      record::add_session(writing, sha256(now().cookie), {1}, {caller->second.user_no},
                          fresh_token(clinic_.randomness), clinic_.clock.now());
    });
  }

  /// "later 20 days": everybody has to sign in again, which enter() does.
  void later(const std::string& rest) {
    clinic_.clock.move_to({clinic_.clock.now().utc_ms + std::stoll(rest) * ms_a_day});
    visitors_.clear();
  }

  /// "clinics share walking: 0.5 from 400 people": four clinics' sums, taken in on the page that
  /// is open. What the action adds is known.
  void clinics_share(const std::string& line) {
    testing::MadeUpClinics about;
    const std::size_t colon = line.find(": ");
    about.action = line.substr(14, colon - 14);
    about.adds = std::stod(line.substr(colon + 2));
    about.people = std::stoul(line.substr(line.find("from ") + 5));
    for (const std::string& sums : testing::made_up_sums(about)) {
      now().typed[field("Sums of another clinic").name] = {sums};
      press("Take in");
    }
  }

  /// For pictures of it: where ALONGSIDE_STORY_PAGES names a folder (tests/browser/scenarios.mjs).
  void keep_page(const std::string& name) {
    const char* folder = std::getenv("ALONGSIDE_STORY_PAGES");
    if (folder == nullptr) return;
    std::ofstream(std::string(folder) + "/" + name + ".html") << body_;
  }

  /// "2 less with Rest at noon": Amina checks in each day of her trial; her number is 6, up or down
  /// one, and so much less on days of that option.
  void live_the_trial(const std::string& rest) {
    constexpr std::string_view with = " less with ";
    const int less = std::stoi(rest);
    const std::string option = rest.substr(rest.find(with) + with.size());
    for (int day = 0; day < 200; ++day) {
      enter("Amina");
      open("/me/check-in");
      const std::string words = now().page.words;
      if (words.find("Today: ") == std::string::npos) return;
      if (words.find("Day ") != std::string::npos) {
        const bool does = words.find("Today: " + option) != std::string::npos;
        const int value = 6 +
                          (day * 7 % 5 == 0   ? 1
                           : day * 3 % 4 == 0 ? -1
                                              : 0) -
                          (does ? less : 0);
        fill_by_name("number_1 = \"" + std::to_string(value) + "\"");
        press("Save");
      }
      later("1");
    }
  }

  /// The address on the page that is to be given to somebody.
  void keep_link() {
    constexpr std::string_view here = "http://clinic.example";
    const std::string& words = now().page.words;
    const std::size_t at = words.rfind(here);
    if (at == std::string::npos) throw Disappointment{"there is no link to keep"};
    kept_link_ = words.substr(at + here.size());
    kept_link_ = kept_link_.substr(0, kept_link_.find(' '));
  }

  void open(const std::string& path) {
    http::Request request = asking(http::Method::get, path);
    show(door_.answer(request));
  }

  http::Request asking(http::Method method, const std::string& target) {
    http::Request request;
    request.method = method;
    const std::size_t question = target.find('?');
    request.path = target.substr(0, question);
    if (question != std::string::npos)
      request.query = *http::Fields::parse(target.substr(question + 1));
    request.headers["host"] = "clinic.example";
    std::string& cookies = request.headers["cookie"];
    if (!now().cookie.empty())
      cookies = std::string(web::session_cookie(settings_)) + "=" + now().cookie;
    if (!now().guest.empty()) cookies += "; " + std::string(web::guest_cookie) + "=" + now().guest;
    return request;
  }

  void show(http::Response response) {
    const std::string set = std::string(response.header("Set-Cookie"));
    const auto kept = [&](std::string_view name, std::string& cookie) {
      if (set.starts_with(name))
        cookie = set.substr(name.size() + 1, set.find(';') - name.size() - 1);
    };
    kept(web::session_cookie(settings_), now().cookie);
    kept(web::guest_cookie, now().guest);
    if (response.status == 303) {
      const std::string to(response.header("Location"));
      return to.starts_with('/') ? open(to) : leave_for(to);
    }
    status_ = response.status;
    body_ = response.body;
    now().page = SeenPage::of(body_);
    now().typed.clear();
    now().form = nullptr;
  }

  const SeenField& field(const std::string& label) {
    for (const SeenForm& form : now().page.forms)
      for (const SeenField& candidate : form.fields)
        if (candidate.label == label && (now().form == nullptr || now().form == &form)) {
          now().form = &form;
          return candidate;
        }
    throw Disappointment{"there is no field \"" + label + "\""};
  }

  /// write "Label" = "words"
  void fill(const std::string& rest) {
    const std::size_t equals = rest.find("\" = \"");
    if (equals == std::string::npos) throw Disappointment{"write \"Label\" = \"words\""};
    const SeenField& found = field(rest.substr(1, equals - 1));
    std::string words = rest.substr(equals + 5, rest.size() - equals - 6);
    for (std::size_t at = words.find("\\n"); at != std::string::npos; at = words.find("\\n"))
      words.replace(at, 2, "\n");
    now().typed[found.name] = {words};
  }

  /// write-in name = "words", where a form has several fields of one label.
  void fill_by_name(const std::string& rest) {
    const std::string name = rest.substr(0, rest.find(' '));
    for (const SeenForm& form : now().page.forms)
      for (const SeenField& candidate : form.fields)
        if (candidate.name == name) {
          now().form = &form;
          now().typed[name] = {quoted(rest)};
          return;
        }
    throw Disappointment{"there is no field of the name " + name};
  }

  void pick(const std::string& label) {
    const SeenField& found = field(label);
    if (found.type == "radio")
      now().typed[found.name] = {found.value};
    else
      now().typed[found.name].push_back(found.value);
  }

  void press(const std::string& words) {
    for (const SeenForm& form : now().page.forms)
      for (const SeenButton& button : form.buttons)
        if (button.words == words && (now().form == nullptr || now().form == &form))
          return send(form, button);
    for (const SeenLink& link : now().page.links)
      if (link.words == words) return open(link.to);
    throw Disappointment{"there is nothing to press called \"" + words + "\""};
  }

  void send(const SeenForm& form, const SeenButton& button) {
    http::Request request = asking(http::Method::post, button.to.empty() ? form.to : button.to);
    std::set<std::string> done;
    for (const SeenField& candidate : form.fields) {
      if (candidate.name.empty()) continue;  // As browsers do.
      const auto typed = now().typed.find(candidate.name);
      if (typed != now().typed.end()) {
        if (done.insert(candidate.name).second)
          for (const std::string& text : typed->second) request.form.add(candidate.name, text);
      } else if (candidate.type != "radio" && candidate.type != "checkbox") {
        request.form.add(candidate.name, candidate.value);
      } else if (candidate.chosen) {
        request.form.add(candidate.name, candidate.value);
      }
    }
    if (!button.name.empty()) request.form.add(button.name, button.value);
    show(door_.answer(request));
  }

  void see(const std::string& words, bool wanted) {
    const bool seen = now().page.words.find(words) != std::string::npos;
    if (seen != wanted)
      throw Disappointment{
          (wanted ? "\"" + words + "\" is not there; what is: " : "\"" + words + "\" is there: ") +
          now().page.words};
  }

  void status(int wanted) {
    if (status_ != wanted) throw Disappointment{"the answer was " + std::to_string(status_)};
  }

  testing::Clinic clinic_;
  Settings settings_;
  Log log_;
  testing::OtherSystem others_;
  web::Door door_;
  std::map<std::string, service::Caller> callers_;
  std::map<std::string, Visitor> visitors_;
  std::string current_;
  std::string kept_link_;
  std::string body_;
  int status_ = 0;
};

/// Answers how many stories of a file failed: 0 or 1.
int play(const files::path& path) {
  std::ifstream file(path);
  std::string line;
  int number = 0;
  std::string title = path.filename();
  std::optional<Stage> stage;
  try {
    while (std::getline(file, line)) {
      ++number;
      const std::string words = one_line(line.substr(0, line.find(" # ")));
      if (words.empty() || words.starts_with('#') || words.starts_with("covers:")) continue;
      if (words.starts_with("story:")) {
        title = words;
        continue;
      }
      if (words.starts_with("given")) {
        stage.emplace(words.find("example") != std::string::npos);
        continue;
      }
      if (!stage) throw Disappointment{"a story begins with \"given a clinic\""};
      stage->act(words);
    }
  } catch (const Disappointment& disappointment) {
    std::cout << "FAILED " << title << "\n  " << path.filename().string() << ":" << number << ": "
              << one_line(line) << "\n  " << first_characters(disappointment.what, 1500) << "\n";
    return 1;
  }
  std::cout << "ok     " << title << "\n";
  return 0;
}

}  // namespace
}  // namespace alongside::stories

int main() {
  std::vector<std::filesystem::path> stories;
  for (const auto& entry : std::filesystem::directory_iterator(ALONGSIDE_SOURCE "/tests/stories"))
    if (entry.path().extension() == ".story") stories.push_back(entry.path());
  std::sort(stories.begin(), stories.end());
  int failed = 0;
  for (const auto& story : stories) failed += alongside::stories::play(story);
  std::cout << static_cast<int>(stories.size()) - failed << " passed, " << failed << " failed\n";
  return failed == 0 && !stories.empty() ? 0 : 1;
}
