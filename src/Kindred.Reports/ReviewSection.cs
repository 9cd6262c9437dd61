using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Reviews;

namespace Kindred.Reports;

/// <summary>A piece of the review for the board: a heading, a sentence and a small table. Both the page and the Markdown are written from it, so that they say the same.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Heading">Heading.</param>
/// <param name="Sentences">Sentences above the table.</param>
/// <param name="Headers">Column titles; empty without a table.</param>
/// <param name="Rows">Cells.</param>
public sealed record ReviewSection(string Id, string Heading, IReadOnlyList<string> Sentences, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const int MostDrift = 8;
    private const int MostOnASheet = 3;

    /// <summary>The sections of a review, the decision first.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="review">Answers and decision; null before there are any.</param>
    /// <param name="language">Language.</param>
    /// <param name="isSheet">Whether all of it has to fit on one printed page: of long tables the rows that matter most, and how many more there are.</param>
    public static IReadOnlyList<ReviewSection> Of(ReviewDraft draft, ReviewFile? review, Language language, bool isSheet = false)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var ko = language == Language.Korean;
        string T(string korean, string english) => ko ? korean : english;
        string W(Wording words) => words.In(language);
        var most = isSheet ? MostOnASheet : MostDrift;
        var sections = new List<ReviewSection>
        {
            new("decision", T("결정", "Decision"),
                [review is null ? T("제안: ", "Proposed: ") + W(ReviewLabels.Of(draft.Proposal.Kind)) + ". " + W(draft.Proposal.Why) : W(review.Words) + ". " + (review.Decision?.Decision.Why ?? W(draft.Proposal.Why)), .. (review?.Next?.Versions.Sentences ?? [.. draft.Proposal.NextProfile, .. draft.Proposal.NextCard]).Select(W)],
                [T("근거", "Ground"), T("내용", "What it says")], [.. draft.Proposal.Conditions.Select(condition => (IReadOnlyList<string>)[(condition.IsMet ? "● " : "○ ") + Name(condition.Code, ko), W(condition.Text)])]),
        };
        if (review?.Decision is not null)
        {
            sections.Add(new("signatures", T("동의", "Signatures"), [.. SignProfile.Roles.Select(role => (Role: role, Signed: review.Signatures.FirstOrDefault(one => one.Role == role.Code))).Where(each => each.Signed is not null || review.Pending.Contains(each.Role))
                .Select(each => W(each.Role.Label) + ": " + (each.Signed is { } signed ? $"{signed.By ?? "–"}, {Format.Date(DateOnly.FromDateTime(signed.At.DateTime))}" : T("동의를 기다려요", "waiting")))
                .DefaultIfEmpty(T("그대로 두는 결정이라 동의가 필요 없어요.", "It stays as it is, so nobody has to sign."))], [], []));
        }

        if (draft.Bands is { } bands)
        {
            sections.Add(new("bands", T("점수 구간과 결과", "Score bands and what came of them"), [.. new[] { bands.Sentence, bands.Readable, bands.Effort }.OfType<Wording>().Select(W)],
                [T("점수", "Score"), T("리드", "Leads"), T("맡은 비율", "Taken"), T("성공률", "Win rate"), T("걸린 날", "Cycle"), T("첫 가치까지", "To value")],
                [.. bands.Rows.Append(bands.Random).OfType<BandFigure>().Select((band, i) => (IReadOnlyList<string>)[i == bands.Rows.Count ? T("무작위", "random") : $"{Format.Whole(band.From)}–{Format.Whole(band.To)}", Format.Whole(band.Leads), W(band.Taken.Words), W(band.Won.Words), W(band.Cycle.Words), W(band.ToValue.Words)])]));
        }

        // On a sheet the grounds of the decision say this and the sentences about drift already.
        if (draft.Lifts.Count > 0 && !isSheet)
        {
            sections.Add(new("lift", T("그때와 지금", "Then and now"), [.. draft.Lifts.Select(lift => W(lift.Sentence))], [], []));
        }

        sections.AddRange(new[] { ("inputs", T("들어오는 회사", "What comes in"), draft.Inputs), ("relation", T("성공률", "Win rates"), draft.Relation) }.Where(each => each.Item3 is not null).Select(each => new ReviewSection(each.Item1, each.Item2,
            [.. isSheet ? (string[])[] : [W(each.Item3!.Sentence)], .. More(each.Item3!.Rows.Count, T)], [T("무엇", "What"), T("판단", "Verdict"), T("보정한 p", "Adjusted p"), .. isSheet ? (string[])[] : [T("PSI (우연의 한계)", "PSI (limit of chance)"), "n"]],
            [.. Rows(each.Item3!).Select(row => (IReadOnlyList<string>)[W(row.Label) + (row.Level is { } level ? ": " + W(level) : ""), W(row.Sentence), row.AdjustedP is { } p ? Format.Fixed(p, 3) : "–",
                .. isSheet ? (string[])[] : [row.Psi is { } psi ? $"{Format.Fixed(psi, 2)} ({Format.Fixed(row.PsiLimit ?? 0, 2)})" : "–", Format.Whole(row.Have)]])])));
        if (draft.Best is { } best)
        {
            sections.Add(new("best", T("최근 12개월의 가장 좋은 고객", "Best customers of the last twelve months"), [W(best.Sentence)], [], []));
        }

        if (draft.ComingBack.Count > 0)
        {
            sections.Add(new("coming-back", T("떠났지만 지금은 맞는 고객", "Left, and match today"), [.. More(draft.ComingBack.Count, T)], [T("회사", "Company"), T("떠난 날", "Left"), T("무엇이 달라졌나요", "What changed")],
                [.. draft.ComingBack.Take(most).Select(one => (IReadOnlyList<string>)[one.Company, one.LeftOn is { } day ? Format.Date(day) : "–", W(one.Sentence)])]));
        }

        if (draft.Experiments.Count > 0)
        {
            sections.Add(new("trials", T("시험", "Trials"), [.. draft.Experiments.SelectMany(trial => new[] { trial.Sentence, trial.Plan.Shows }.Concat(trial.Measures.Select(measure => measure.Sentence))).Select(W)], [], []));
        }

        if (draft.Contradictions.Count > 0)
        {
            sections.Add(new("contradictions", T("조건과 다른 의견", "Against a clause"), [.. draft.Contradictions.Take(isSheet ? most : int.MaxValue).Select(one => W(one.Sentence)), .. isSheet ? More(draft.Contradictions.Count, T) : []], [], []));
        }

        sections.Add(new("checklist", T("점검 질문", "Checklist"), [], [T("질문", "Question"), T("숫자", "Figure"), T("답", "Answer")],
            [.. draft.Checklist.Select(item => (IReadOnlyList<string>)[W(item.Question), W(item.Figure), review?.Answers.GetValueOrDefault(item.Id) is { } answer ? W(ReviewLabels.Of(answer.Answer.Says)) : "–"])]));
        if (draft.Gaps.Count > 0)
        {
            sections.Add(new("gaps", T("아직 말할 수 없는 것", "What cannot be said yet"), [.. draft.Gaps.Select(gap => W(gap.Text)).Distinct()], [], []));
        }

        return sections;

        // What changed stands first; of the rest as many as fit.
        IEnumerable<DriftFigure> Rows(DriftFigures figures) => (isSheet ? figures.Rows.OrderBy(row => row.Verdict == FigureVerdict.Found ? 0 : row.Verdict == FigureVerdict.NotEnough ? 1 : 2) : figures.Rows.AsEnumerable()).Take(most);
        IEnumerable<string> More(int count, Func<string, string, string> words) => isSheet && count > most ? [words($"점검 화면에 {Format.Whole(count - most)}개가 더 있어요.", $"{Format.Whole(count - most)} more on the review page.")] : [];
    }

    private static string Name(string code, bool ko) => code switch
    {
        "outcomes" => ko ? "새 결과" : "New outcomes",
        "inputs" => ko ? "들어오는 회사" : "What comes in",
        "relation" => ko ? "성공률" : "Win rates",
        "calibration" => ko ? "점수표의 약속" : "The card's promise",
        "lift" => ko ? "가려 주는 힘" : "Lift",
        _ => ko ? "다른 의견" : "Contradictions",
    };
}
