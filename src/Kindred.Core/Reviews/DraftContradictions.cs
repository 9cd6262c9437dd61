using Kindred.Core.Basics;
using Kindred.Core.Leads;

namespace Kindred.Core.Reviews;

/// <summary>Clauses with something against them: the team's passes, reports of sales and customer success, win rates that fell where the core says they are high.</summary>
internal static class DraftContradictions
{
    public static IReadOnlyList<Contradiction> Run(ReviewRows rows, DriftFigures? relation)
    {
        var request = rows.Request;
        var fields = request.Profile?.Core?.Conditions.Select(condition => condition.Field).ToArray();
        var found = new List<Contradiction>();
        if (fields is not null && PassFeedback.Run([.. request.Leads.Select(lead => new JudgedLead(lead, lead.Account >= 0 && request.Standing.Count > lead.Account ? request.Standing[lead.Account].State : null))], request.Log, fields, request.Today).TryGet(out var passes, out _))
        {
            found.AddRange(passes.Clauses.Where(clause => clause.Verdict == ClauseVerdict.Contradicted).Select(clause => new Contradiction(clause.Fields.Count > 0 ? clause.Fields[0] : PassReasons.Code(clause.Reason), "passes", clause.Sentence)));
        }

        foreach (var clause in request.Book.Feedback.Where(each => each.Note is { Stance: FeedbackStance.Against, Clause: not null } && DateOnly.FromDateTime(each.At.DateTime) >= rows.Period.NowFrom).GroupBy(each => (Clause: each.Note.Clause!, Source: each.Note.Question.StartsWith("cs-", StringComparison.Ordinal) ? "customer-success" : "sales")))
        {
            var supporting = request.Book.Feedback.Count(each => each.Note.Stance == FeedbackStance.For && each.Note.Clause == clause.Key.Clause);
            var newest = clause.Last().Note.Text;
            var (ko, en) = clause.Key.Source == "sales" ? ("영업", "Sales") : ("고객 성공", "Customer success");
            found.Add(new Contradiction(clause.Key.Clause, clause.Key.Source, new Wording(
                $"{ko}의 의견 {Format.Whole(clause.Count())}건이 '{clause.Key.Clause}' 조건과 달라요(맞다는 의견 {Format.Whole(supporting)}건). 가장 새로운 것: “{newest}”",
                $"{en} reported {Format.Whole(clause.Count())} against the clause '{clause.Key.Clause}' ({Format.Whole(supporting)} for it). Newest: “{newest}”")));
        }

        found.AddRange((relation?.Rows ?? []).Where(row => row.Verdict == FigureVerdict.Found && row is { Then.Rate: { } then, Now.Rate: { } now } && now < then && fields?.Contains(row.Field) == true).Select(row => new Contradiction(row.Field, "drift", row.Sentence)));
        return found;
    }
}
