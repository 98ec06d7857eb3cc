package cite

import (
	"strings"
	"testing"
)

// TestPinpoints holds every kind of place, and mixtures, to what each guide
// prescribes; see the comments of the styles for the rules. The citation around
// the place is [TestStyles]'s.
func TestPinpoints(t *testing.T) {
	tests := []struct {
		name                                 string
		places                               string
		oscola, harvard, apa, chicago, plain string
	}{
		{
			name: "paragraph", places: "strategy/79",
			oscola: "para 79", harvard: "para. 79", apa: "para. 79", chicago: "para. 79", plain: "para 79, p 31",
		}, {
			name: "range", places: "strategy/79 strategy/80 strategy/81 strategy/82",
			oscola: "paras 79–82", harvard: "paras. 79–82", apa: "paras. 79–82", chicago: "paras. 79–82", plain: "paras 79–82, pp 31–32",
		}, {
			name: "range above 100", places: "strategy/134 strategy/135 strategy/136 strategy/137",
			oscola: "paras 134–37", harvard: "paras. 134–137", apa: "paras. 134–137", chicago: "paras. 134–37", plain: "paras 134–137, pp 47–48",
		}, {
			name: "range from 101", places: "strategy/101 strategy/102 strategy/103",
			oscola: "paras 101–03", harvard: "paras. 101–103", apa: "paras. 101–103", chicago: "paras. 101–3", plain: "paras 101–103, p 39",
		}, {
			name: "several, in any order, one twice", places: "strategy/80 strategy/3 strategy/79 strategy/80 strategy/81 strategy/82",
			oscola: "paras 3, 79–82", harvard: "paras. 3, 79–82", apa: "paras. 3, 79–82", chicago: "paras. 3, 79–82", plain: "paras 3, 79–82, pp 5–6, 31–32",
		}, {
			name: "a paragraph over two pages", places: "strategy/3",
			oscola: "para 3", harvard: "para. 3", apa: "para. 3", chicago: "para. 3", plain: "para 3, pp 5–6",
		}, {
			name: "paragraph of a box", places: "strategy/box-firearms-and-drugs-2",
			oscola:  "34 (box ‘Firearms and Drugs’, para 2)",
			harvard: "p. 34, box ‘Firearms and Drugs’, para. 2",
			apa:     "p. 34, Firearms and Drugs box, para. 2",
			chicago: "34 (box “Firearms and Drugs,” para. 2)",
			plain:   "box “Firearms and Drugs”, para 2, p 34",
		}, {
			name: "paragraphs of a box", places: "strategy/box-firearms-and-drugs strategy/box-firearms-and-drugs-2 strategy/box-firearms-and-drugs-4",
			oscola:  "34 (box ‘Firearms and Drugs’, paras 1–2, 4)",
			harvard: "p. 34, box ‘Firearms and Drugs’, paras. 1–2, 4",
			apa:     "p. 34, Firearms and Drugs box, paras. 1–2, 4",
			chicago: "34 (box “Firearms and Drugs,” paras. 1–2, 4)",
			plain:   "box “Firearms and Drugs”, paras 1–2, 4, p 34",
		}, {
			name: "box of one paragraph", places: "strategy/box-operation-guardian",
			oscola: "49 (box ‘Operation Guardian’)", harvard: "p. 49, box ‘Operation Guardian’", apa: "p. 49, Operation Guardian box",
			chicago: "49 (box “Operation Guardian”)", plain: "box “Operation Guardian”, p 49",
		}, {
			name: "box without a title", places: "strategy/box-page-29-2",
			oscola: "29 (box, para 2)", harvard: "p. 29, box, para. 2", apa: "p. 29, box, para. 2",
			chicago: "29 (box, para. 2)", plain: "box, para 2, p 29",
		}, {
			name: "figure", places: "strategy/figure-7",
			oscola: "Figure 7", harvard: "Figure 7", apa: "Figure 7", chicago: "fig. 7", plain: "Figure 7, pp 55–56",
		}, {
			name: "figures", places: "strategy/figure-1 strategy/figure-5 strategy/figure-6 strategy/figure-7",
			oscola: "Figures 1, 5–7", harvard: "Figures 1, 5–7", apa: "Figures 1, 5–7", chicago: "figs. 1, 5–7",
			plain: "Figures 1, 5–7, pp 12, 52, 54–56",
		}, {
			name: "footnote", places: "strategy/70#39",
			oscola: "para 70, fn 39", harvard: "para. 70, fn. 39", apa: "para. 70, footnote 39", chicago: "para. 70n39", plain: "para 70, fn 39, p 29",
		}, {
			name: "footnote of a figure", places: "strategy/figure-3#35",
			oscola: "Figure 3, fn 35", harvard: "Figure 3, fn. 35", apa: "Figure 3, footnote 35", chicago: "fig. 3n35", plain: "Figure 3, fn 35, p 24",
		}, {
			name: "foreword", places: "strategy/foreword-3",
			oscola: "3 (Foreword, para 3)", harvard: "p. 3, Foreword, para. 3", apa: "p. 3, Foreword, para. 3",
			chicago: "3 (foreword, para. 3)", plain: "Foreword, para 3, p 3",
		}, {
			name: "foreword over two pages", places: "strategy/foreword-5 strategy/foreword-6",
			oscola: "3–4 (Foreword, paras 5–6)", harvard: "pp. 3–4, Foreword, paras. 5–6", apa: "pp. 3–4, Foreword, paras. 5–6",
			chicago: "3–4 (foreword, paras. 5–6)", plain: "Foreword, paras 5–6, pp 3–4",
		}, {
			name: "entry of an annex", places: "strategy/annex-nca",
			oscola: "Annex A, National Crime Agency", harvard: "Annex A, National Crime Agency", apa: "Annex A, National Crime Agency",
			chicago: "annex A, National Crime Agency", plain: "Annex A, National Crime Agency, p 69",
		}, {
			name: "entry of the roles page", places: "roles/home-office-2",
			oscola: "Home Office, para 2", harvard: "Home Office, para. 2", apa: "Home Office section, para. 2",
			chicago: "Home Office, para. 2", plain: "Home Office, para 2",
		}, {
			name: "entry of the roles page, of one paragraph", places: "roles/gchq",
			oscola: "Government Communications Headquarters", harvard: "Government Communications Headquarters",
			apa: "Government Communications Headquarters section", chicago: "Government Communications Headquarters",
			plain: "Government Communications Headquarters",
		}, {
			name: "kinds mixed", places: "strategy/3 strategy/79 strategy/figure-7 strategy/80 strategy/annex-nca",
			oscola:  "paras 3, 79–80; Figure 7; Annex A, National Crime Agency",
			harvard: "paras. 3, 79–80; Figure 7; Annex A, National Crime Agency",
			apa:     "paras. 3, 79–80; Figure 7; Annex A, National Crime Agency",
			chicago: "paras. 3, 79–80; fig. 7; annex A, National Crime Agency",
			plain:   "paras 3, 79–80, pp 5–6, 31; Figure 7, pp 55–56; Annex A, National Crime Agency, p 69",
		},
	}
	for _, test := range tests {
		w := work(t, strings.Fields(test.places)...)
		for _, style := range []struct {
			words words
			want  string
		}{
			{oscolaWords, test.oscola}, {harvardWords, test.harvard}, {apaWords, test.apa},
			{chicagoWords, test.chicago}, {plainWords, test.plain},
		} {
			if got := style.words.pinpoint(w.Pins); got != style.want {
				t.Errorf("%s: pinpoint = %q, want %q", test.name, got, style.want)
			}
		}
	}
}

func TestRanges(t *testing.T) {
	tests := []struct {
		numbers               string
		full, oscola, chicago string
	}{
		{"1 2 3", "1–3", "1–3", "1–3"},
		{"9 10", "9–10", "9–10", "9–10"},
		{"99 100 101", "99–101", "99–101", "99–101"},
		{"100 101 102 103 104", "100–104", "100–04", "100–104"},
		{"107 108", "107–108", "107–08", "107–8"},
		{"109 110", "109–110", "109–10", "109–10"},
		{"199 200", "199–200", "199–200", "199–200"},
		{"4.9 4.10 4.12", "4.9–4.10, 4.12", "4.9–4.10, 4.12", "4.9–4.10, 4.12"},
		{"4.30 5.1", "4.30, 5.1", "4.30, 5.1", "4.30, 5.1"},
		{"80 79A 79", "79, 79A, 80", "79, 79A, 80", "79, 79A, 80"},
		{"A1.2 A1.10 8.16 A1.1 A10.1 A2.1", "8.16, A1.1–A1.2, A1.10, A2.1, A10.1", "8.16, A1.1–A1.2, A1.10, A2.1, A10.1", "8.16, A1.1–A1.2, A1.10, A2.1, A10.1"},
		{"1.2.2 1.2.10 1.2.1 1.1.9", "1.1.9, 1.2.1–1.2.2, 1.2.10", "1.1.9, 1.2.1–1.2.2, 1.2.10", "1.1.9, 1.2.1–1.2.2, 1.2.10"},
	}
	for _, test := range tests {
		numbers := strings.Fields(test.numbers)
		for _, style := range []struct {
			elide func(from, to string) string
			want  string
		}{{inFull, test.full}, {lastTwo, test.oscola}, {asChicago, test.chicago}} {
			if got := fold(numbers, style.elide); got != style.want {
				t.Errorf("fold(%q) = %q, want %q", test.numbers, got, style.want)
			}
		}
	}
}
