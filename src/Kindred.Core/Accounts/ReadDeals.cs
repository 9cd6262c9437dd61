using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Turns rows of deals and of wide sheets into deals.</summary>
internal sealed class ReadDeals(Answers answers, Findings findings)
{
    private readonly HashSet<string>? _won = answers.WonStages?.ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string>? _new = answers.NewBusiness?.ToHashSet(StringComparer.Ordinal);
    private readonly List<Deal> _deals = [];

    public List<Deal> Run(PlacedRows[] placed)
    {
        foreach (var rows in placed.Where(rows => rows.Kind == TableKind.Deals))
        {
            OfDeals(rows);
        }

        if (_deals.Count == 0)
        {
            foreach (var rows in placed.Where(rows => rows.Kind is TableKind.Wide or TableKind.Companies))
            {
                OfOutcomes(rows);
            }
        }

        return _deals;
    }

    private void OfDeals(PlacedRows rows)
    {
        Cells key = rows.Text(ColumnRole.Key), name = rows.Text(ColumnRole.Name), stage = rows.Text(ColumnRole.Stage, ColumnRole.Status);
        Cells won = rows.Text(ColumnRole.IsWon), closed = rows.Text(ColumnRole.IsClosed), lost = rows.Text(ColumnRole.IsLost);
        Cells created = rows.Dates(ColumnRole.CreatedOn), ended = rows.Dates(ColumnRole.ClosedOn);
        Cells owner = rows.Text(ColumnRole.Owner), source = rows.Text(ColumnRole.Source), pipeline = rows.Text(ColumnRole.Pipeline), type = rows.Text(ColumnRole.DealType);
        var amount = rows.Money(ColumnRole.Amount);
        var byType = Distinct(type) > 1;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var outcomes = new Dictionary<string, DealOutcome>(StringComparer.Ordinal);
        int repeated = 0, backwards = 0, withDates = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var id = CrmKey.Normal(key.Text(row));
            if (id.Length > 0 && !seen.Add(id))
            {
                repeated++;
                continue;
            }

            var words = stage.Text(row);
            if (!outcomes.TryGetValue(words, out var outcome))
            {
                outcomes[words] = outcome = OfStage(words);
            }

            if (_won is null)
            {
                outcome = OfFlags(won.Flag(row), closed.Flag(row), lost.Flag(row), outcome, stage.IsAbsent);
            }
            else if (outcome == DealOutcome.Open && (closed.Flag(row) == true || lost.Flag(row) == true))
            {
                outcome = DealOutcome.Lost;
            }

            var deal = new Deal(
                rows.Accounts[row], id, name.Text(row), words, outcome, IsNew(type.Text(row), pipeline.Text(row), name.Text(row), byType, type.IsAbsent && pipeline.IsAbsent),
                created.Date(row), ended.Date(row), amount.At(row), owner.TextOrNull(row), source.TextOrNull(row), pipeline.TextOrNull(row), type.TextOrNull(row), rows.Index, row);
            _deals.Add(deal);
            if (outcome != DealOutcome.Open && deal.CreatedOn is not null && deal.ClosedOn is not null)
            {
                withDates++;
                backwards += deal.ClosedOn < deal.CreatedOn ? 1 : 0;
            }
        }

        findings.Add("accounts.repeated-deals", rows.Source.Name, repeated, rows.Count, "딜 번호가 같은 줄이 {0}줄 있어요 ({1}줄 중). 첫 줄만 썼어요.", "{0} of {1} rows repeat a deal id. Only the first of each was used.");
        findings.Add("accounts.closed-before-created", rows.Source.Name, backwards, withDates, "만든 날보다 먼저 끝난 딜이 {0}건 있어요 ({1}건 중). 시점은 끝난 날로 봤어요. 만든 날이 옮겨 넣은 날은 아닌지 확인해 주세요.", "{0} of {1} closed deals ended before they were created. Their closing day was taken instead. Check whether the creation day is the day of a data migration.");
    }

    private void OfOutcomes(PlacedRows rows)
    {
        if (rows.Column(ColumnRole.Outcome) is not { } column || OutcomeFinder.Find(rows.Source.Table) is { IsChurn: true } || OutcomeFinder.PositiveOf(column, churn: false) is not { } positive)
        {
            return;
        }

        Cells created = rows.Dates(ColumnRole.CreatedOn, ColumnRole.On), closed = rows.Dates(ColumnRole.ClosedOn), owner = rows.Text(ColumnRole.Owner), source = rows.Text(ColumnRole.Source);
        for (var row = 0; row < rows.Count; row++)
        {
            var word = column.TextAt(row);
            if (word.Length > 0)
            {
                _deals.Add(new Deal(
                    rows.Accounts[row], "", "", word, word == positive ? DealOutcome.Won : DealOutcome.Lost, true, created.Date(row), closed.Date(row), null, owner.TextOrNull(row), source.TextOrNull(row), null, null, rows.Index, row));
            }
        }
    }

    private DealOutcome OfStage(string stage) =>
        _won is not null ? _won.Contains(stage) ? DealOutcome.Won : StageWords.IsLost(stage) || StageWords.IsWon(stage) ? DealOutcome.Lost : DealOutcome.Open
        : StageWords.IsWon(stage) ? DealOutcome.Won
        : StageWords.IsLost(stage) ? DealOutcome.Lost
        : DealOutcome.Open;

    private static DealOutcome OfFlags(bool? won, bool? closed, bool? lost, DealOutcome byStage, bool noStage) => (won, closed, lost) switch
    {
        (true, _, _) => DealOutcome.Won,
        (_, _, true) => DealOutcome.Lost,
        (false, true, _) => DealOutcome.Lost,
        (_, false, _) => DealOutcome.Open,
        (false, null, _) when noStage => DealOutcome.Lost,
        _ => byStage,
    };

    private bool IsNew(string type, string pipeline, string name, bool byType, bool nameOnly) =>
        _new is not null ? (byType ? type : pipeline) is not { Length: > 0 } asked || _new.Contains(asked)
        : nameOnly ? !StageWords.IsNotNew(name)
        : !StageWords.IsNotNew(type) && !StageWords.IsNotNew(pipeline);

    private static int Distinct(Cells cells) => cells.Column is TextColumn text ? text.Dictionary.Length - 1 : 0;
}
