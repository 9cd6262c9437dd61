using Kindred.Core.Basics;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;

namespace Kindred.Core.Leads;

/// <summary>Explains leads by one card: the receipt, what to ask, what would change it. Keeps what it found about unknown fields; not for several threads.</summary>
public sealed class ExplainLead
{
    private readonly CardPlan _plan;
    private readonly RowJudge _judge;
    private readonly BinWords _words;
    private readonly CheapestChange _change;

    /// <summary>Prepares a card.</summary>
    public ExplainLead(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        _plan = new CardPlan(card);
        _judge = new RowJudge(_plan);
        _words = new BinWords(card);
        _change = new CheapestChange(_plan, _judge, _words);
    }

    /// <summary>Explains a lead given as text by field. A field that is absent or empty is unknown.</summary>
    /// <param name="values">Values by field of the card.</param>
    /// <param name="subject">The lead, for reasons.</param>
    /// <returns>The receipt; refused: <c>leads.unknown-field</c>, <c>scorecards.word-in-number</c>.</returns>
    public Result<LeadReceipt> Run(IReadOnlyDictionary<string, string?> values, string subject)
    {
        ArgumentNullException.ThrowIfNull(values);
        return LeadValues.Read(_plan, values, subject).Then(lead => Result.Accepted(Receipt(lead)));
    }

    /// <summary>Explains a row of a table. A column of the card that the table does not have is unknown for every row.</summary>
    /// <returns>Receipts by row; refused as by <see cref="ScoreTable"/>, but for missing columns.</returns>
    public Result<Func<int, LeadReceipt>> Over(Table table) => Columns(table).Then(columns => Result.Accepted<Func<int, LeadReceipt>>(row => Receipt(LeadValues.Of(_plan, columns, row))));

    /// <summary>Explains a row of a table together with what is known beside it: a person's answer counts before the row, other answers fill what it leaves open.</summary>
    /// <returns>Receipts by row and evidence; refused as <see cref="Over"/>.</returns>
    public Result<Func<int, LeadEvidence, LeadReceipt>> OverKnown(Table table) =>
        Columns(table).Then(columns => Result.Accepted<Func<int, LeadEvidence, LeadReceipt>>((row, evidence) => Receipt(LeadValues.Of(_plan, columns, row), evidence)));

    /// <summary>Only score, interval and state of every row of a table.</summary>
    public Result<IReadOnlyList<RowScore>> Scores(Table table) => Columns(table).Then(columns => Result.Accepted<IReadOnlyList<RowScore>>([.. Enumerable.Range(0, table.RowCount).Select(row =>
    {
        var lead = LeadValues.Of(_plan, columns, row);
        return _judge.Of(lead.Points, lead.Unknown, lead.Standing);
    })]));

    private Result<PlanColumn[]> Columns(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var absent = _plan.Fields.Where(field => table.Find(field.Name) is null).Select(field => (Column)new TextColumn(field.Name, CodeArray.Of(new byte[table.RowCount], table.RowCount), [""]));
        return PlanColumns.Of(_plan, new Table(table.Name, [.. table.Columns, .. absent], table.RowCount));
    }

    private LeadReceipt Receipt(LeadValues lead, LeadEvidence evidence)
    {
        var sources = new Dictionary<string, Wording>(StringComparer.Ordinal);
        foreach (var answer in evidence.Answers)
        {
            var field = 0;
            while (field < _plan.Fields.Count && _plan.Fields[field].Name != answer.Field)
            {
                field++;
            }

            if (field < _plan.Fields.Count && (answer.Origin == AnswerOrigin.Person || !lead.IsKnown(field)))
            {
                lead = lead.With(_plan, field, LeadValues.Class(_plan.Fields[field], answer.Value));
                sources[answer.Field] = answer.Source;
            }
        }

        var receipt = Receipt(lead);
        return sources.Count + evidence.Notes.Count == 0
            ? receipt
            : receipt with { Notes = evidence.Notes, Lines = [.. receipt.Lines.Select(line => !line.IsTogether && sources.TryGetValue(line.Field, out var source) ? line with { Source = source } : line)] };
    }

    private LeadReceipt Receipt(LeadValues lead)
    {
        var score = _judge.Of(lead.Points, lead.Unknown, lead.Standing);
        var lines = ReceiptLines.Of(_plan, _words, lead);
        var questions = LeadQuestions.Of(_plan, _judge, _words, lead, score);
        var calibration = _plan.Card.Calibration;
        return new LeadReceipt(
            score,
            _plan.Card.Cut,
            lines,
            questions,
            score.State == ScoreState.Over ? null : _change.Of(lead),
            LeadReasons.For(_plan, _judge, lead, lines),
            LeadReasons.Against(_plan, _judge, lead, lines),
            calibration is null ? null : (calibration.Probability[score.Score], calibration.Low[score.Score], calibration.High[score.Score]),
            LeadSentences.Score(score, _plan.Card.Cut),
            questions.Count == 0 ? null : LeadSentences.Ask(questions[0]));
    }
}
