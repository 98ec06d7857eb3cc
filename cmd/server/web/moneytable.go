package web

import (
	"cmp"
	"math"
	"net/url"
	"slices"
	"strconv"

	"socsearch/cmd/server/ask"
)

// moneyView is who promised how much by when: a row for each actor, a column for
// each year.
type moneyView struct {
	Years []string
	Rows  []moneyRow
}

type moneyRow struct {
	Who   linkView
	Cells []moneyCell
	Sum   string
	Total int // thousands of pounds
	Most  int // the largest total: the bar is drawn as wide as its share
}

type moneyCell struct {
	Sum  string
	Heat int
	Link string
	Says string // for those who don't see the table
}

// undated is the column of sums without a year.
const undated = "No year"

// newMoney adds up the sums of lines by who promised them and the year in which
// they fall due. What repeats an earlier commitment is counted once; a sum of
// several actors counts for each of them.
func (x *snapshot) newMoney(lines []ask.Line) *moneyView {
	sums := map[string]map[string]float64{}
	years := map[string]bool{}
	for _, e := range lines {
		if e.Sum() == 0 || e.Commitment.Repeats != "" {
			continue
		}
		year := undated
		if y := e.Year(); y != ask.NoYear {
			year = strconv.Itoa(y)
		}
		years[year] = true
		for _, a := range e.Commitment.Actors {
			if sums[a] == nil {
				sums[a] = map[string]float64{}
			}
			sums[a][year] += e.Sum()
		}
	}
	if len(sums) == 0 {
		return nil
	}
	v := &moneyView{}
	for y := range years {
		v.Years = append(v.Years, y)
	}
	slices.Sort(v.Years)
	for actor, byYear := range sums {
		v.Rows = append(v.Rows, x.newMoneyRow(actor, v.Years, byYear))
	}
	slices.SortFunc(v.Rows, func(a, b moneyRow) int { return cmp.Or(b.Total-a.Total, cmp.Compare(a.Who.Label, b.Who.Label)) })
	for i := range v.Rows {
		v.Rows[i].Most = max(1, v.Rows[0].Total)
	}
	return v
}

// moneySteps are the steps of the colours, in pounds.
var moneySteps = []float64{1, 1e6, 5e6, 20e6, 50e6}

func (x *snapshot) newMoneyRow(actor string, years []string, byYear map[string]float64) moneyRow {
	const thousand = 1000
	row := moneyRow{Who: linkView{Label: x.ActorLabel(actor), Link: "/commitments" + ask.NewAddressOf(ask.RegisterParams, url.Values{ask.ParamActor: {actor}, ask.ParamWith: {ask.WithMoney}}).String()}}
	total := 0.0
	for _, y := range years {
		sum := byYear[y]
		total += sum
		cell := moneyCell{}
		if sum > 0 {
			cell.Sum = poundsText(sum)
			values := url.Values{ask.ParamActor: {actor}, ask.ParamWith: {ask.WithMoney}}
			if y != undated {
				values.Set(ask.ParamBy, y)
			}
			cell.Link = "/commitments" + ask.NewAddressOf(ask.RegisterParams, values).String()
			cell.Says = row.Who.Label + ", " + y + ": " + cell.Sum
		}
		for _, step := range moneySteps {
			if sum >= step {
				cell.Heat++
			}
		}
		row.Cells = append(row.Cells, cell)
	}
	row.Sum, row.Total = poundsText(total), int(math.Ceil(total/thousand))
	return row
}

// poundsText writes pounds as a person does: £3.6m, £500,000.
func poundsText(n float64) string {
	const million, billion = 1e6, 1e9
	switch {
	case n >= billion:
		return "£" + strconv.FormatFloat(math.Round(n/million)/1000, 'f', -1, 64) + "bn"
	case n >= million:
		return "£" + strconv.FormatFloat(math.Round(n/million*100)/100, 'f', -1, 64) + "m"
	}
	digits := strconv.FormatFloat(n, 'f', 0, 64)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return "£" + digits
}
