package layout

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"socsearch/sources/document"
	"socsearch/sources/pdf"
	"socsearch/sources/pdf/pdftest"
)

// TestFrontMatter reads who wrote real papers, when and under what number: as their
// title pages and imprints say, read by eye. What they don't say is empty.
func TestFrontMatter(t *testing.T) {
	tests := []struct{ file, title, author, published, series, isbn, licence string }{
		{"basel-ml-tf-risk-management.pdf", "Sound management of risks related to money laundering and financing of terrorism", "Basel Committee on Banking Supervision", "2016-02", "", "978-92-9197-421-4", "All rights reserved"},
		{"edpb-guidelines-07-2020.pdf", "Guidelines 07/2020 on the concepts of controller and processor in the GDPR", "", "2021-07-07", "", "", ""},
		{"eu-amld5-2018-843.pdf", "DIRECTIVE (EU) 2018/843 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL of 30 May 2018 amending Directive (EU) 2015/849", "European Parliament and Council of the European Union", "2018-05-30", "Directive (EU) 2018/843", "", ""},
		{"fatf-40-recommendations.pdf", "THE FATF RECOMMENDATIONS", "", "2012-02", "", "", ""},
		{"fatf-methodology-2022.pdf", "METHODOLOGY FOR ASSESSING TECHNICAL COMPLIANCE WITH THE FATF RECOMMENDATIONS AND THE EFFECTIVENESS OF AML/CFT/CPF SYSTEMS", "", "2025-10", "", "", "All rights reserved"},
		{"fincen-td-bank-consent-order-2024.pdf", "FinCEN TD Bank Consent Order, Number 2024-02", "", "", "2024-02", "", ""},
		{"gdpr-2016-679.pdf", "REGULATION (EU) 2016/679 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL of 27 April 2016 on the protection of natural persons", "European Parliament and Council of the European Union", "2016-04-27", "Regulation (EU) 2016/679", "", ""},
		{"us-cand.pdf", "", "", "", "", "", ""},
		{"us-missouri.pdf", "NICHOLE MARIE JAGELS v. STATE OF MISSOURI", "", "", "ED108783", "", ""},
		{"home-affairs-cttee-summer-2024-disorder.pdf", "Summer 2024 disorder", "Home Affairs Committee", "2025-04-14", "HC 381", "", "Open Parliament Licence v3.0"},
		{"immigration-white-paper-2025.pdf", "Restoring Control over the Immigration System", "HM Government", "2025-05", "CP 1326", "978-1-5286-5581-1", "Open Government Licence v3.0"},
		{"infected-blood-volume-1.pdf", "Infected Blood Inquiry The Report Overview and Recommendations", "Infected Blood Inquiry", "2024-05-20", "HC 569-I", "978-1-5286-4685-7", "Open Government Licence v3.0"},
		{"jmlsg-part-i.pdf", "Prevention of money laundering/ combating terrorist financing", "Joint Money Laundering Steering Group", "2023-06", "", "", "All rights reserved"},
		{"nppf-draft-december-2025.pdf", "National Planning Policy Framework", "Ministry of Housing, Communities and Local Government", "2025-12", "", "", "Open Government Licence v3.0"},
		{"un-a-47-466.pdf", "PROTECTION OF GLOBAL CLIMATE FOR PRESENT AND FUTURE GENERATIONS OF MANKIND", "United Nations", "1992-10-05", "A/47/466", "", ""},
		{"un-a-53-603.pdf", "Implementation of the Declaration on the Granting of Independence to Colonial Countries and Peoples", "United Nations", "1998-10-26", "A/53/603", "", ""},
		{"us-federal-register-3col.pdf", "", "", "2020-08-06", "", "", ""},
	}
	for _, test := range tests {
		t.Run(test.file, func(t *testing.T) {
			if long := test.isbn == "978-1-5286-4685-7" || strings.HasPrefix(test.file, "jmlsg"); long && os.Getenv("SOCSEARCH_LONG") == "" {
				t.Skip("a long paper: set SOCSEARCH_LONG")
			}
			d, err := pdf.Read(context.Background(), pdftest.Fixture(t, test.file), pdf.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			f := infer(&document.Manifest{}, d, nil).frontMatter(d)
			for _, field := range []struct {
				name string
				got  Fact
				want string
			}{
				{"title", f.Title, test.title}, {"author", f.Author, test.author}, {"published", f.Published, test.published},
				{"series", f.Series, test.series}, {"ISBN", f.ISBN, test.isbn}, {"licence", f.Licence, test.licence},
			} {
				if field.got.Value != field.want && !(field.name == "title" && field.want != "" && strings.HasPrefix(field.got.Value, field.want)) {
					t.Errorf("%s is %q, want %q", field.name, field.got.Value, field.want)
				}
				if (field.got.Value == "") != (field.got.From == "") {
					t.Errorf("%s %q was read from %q", field.name, field.got.Value, field.got.From)
				}
			}
		})
	}
}

// TestMetadata reads a file whose metadata say what its page has, and what it hasn't.
func TestMetadata(t *testing.T) {
	p := newPress()
	for n := range 6 {
		p.plain("The harbour board on quays at night. " + prose(n, 40))
	}
	p.endColumn()
	read := func(properties string) FrontMatter {
		o := pdftest.Objects("", p.pages...)
		packet := `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description>` + properties + `</rdf:Description></rdf:RDF>`
		o[0] = fmt.Sprintf("<< /Type /Catalog /Pages 2 0 R /Metadata %d 0 R >>", len(o)+1)
		o = append(o, pdftest.Stream("/Type /Metadata /Subtype /XML", packet))
		d, err := pdf.Read(context.Background(), pdftest.Write(t, "paper.pdf", pdftest.Assemble("", o...)), pdf.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		return infer(&document.Manifest{}, d, nil).frontMatter(d)
	}
	got := read(`<dc:title>Quays at night</dc:title><dc:creator>The Harbour Board</dc:creator><dc:date>2025-03-04T10:00:00Z</dc:date><dc:publisher>Crown Press</dc:publisher><dc:rights>Under the Open Government Licence</dc:rights>`)
	want := FrontMatter{
		Title: Fact{"Quays at night", fromMetadata, true}, Author: Fact{"The Harbour Board", fromMetadata, true},
		Published: Fact{"2025-03-04", metadataAlone, false}, Publisher: Fact{"Crown Press", metadataAlone, false},
		Licence: Fact{"Open Government Licence v3.0", metadataAlone, true},
	}
	if got != want {
		t.Errorf("frontMatter = %+v, want %+v", got, want)
	}
	if got := read(`<dc:title>Draft 7 clean copy</dc:title><dc:creator>Ada Clerk</dc:creator><dc:date>today</dc:date>`); got != (FrontMatter{}) {
		t.Errorf("of a draft's name and a clerk frontMatter = %+v, want nothing", got)
	}
}

func TestISBN(t *testing.T) {
	for s, want := range map[string]bool{"978-1-5286-0784-1": true, "978-1-5286-0784-2": false, "978-1-5286": false} {
		if got := validISBN(s); got != want {
			t.Errorf("validISBN(%q) = %v, want %v", s, got, want)
		}
	}
}
