using System.Globalization;
using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Files.Columns;

/// <summary>Words what was found out about the columns: evidence and questions.</summary>
internal static class ColumnFindings
{
    private const int MostWords = 5000;

    /// <summary>The facts of a column from its cells.</summary>
    internal static ColumnFacts Facts(string name, ColumnCells cells)
    {
        if (cells.Figures is { } figures)
        {
            return new ColumnFacts(name, OfFigures(figures), null);
        }

        if (cells.Moments is { } moments)
        {
            return new ColumnFacts(name, OfMoments(moments), null);
        }

        var profile = new ColumnProfile();
        if (cells.Words is not { } words)
        {
            var reader = cells.Pages!.Read();
            while (reader.Next(out var cell))
            {
                profile.Add(cell, 1);
                if ((profile.Rows & 1023) == 0 && profile.IsSurelyText(cells.Rows))
                {
                    // Nothing can turn it into figures any more: give codes now and count by distinct word.
                    return new ColumnFacts(name, FinishedWords.Finish(cells), null);
                }
            }

            return new ColumnFacts(name, profile, null);
        }

        var counts = cells.Counts();
        for (var code = 0; code < counts.Length; code++)
        {
            if (counts[code] > 0)
            {
                profile.Add(words[code], counts[code]);
            }
        }

        return new ColumnFacts(name, profile, WordsOf(words, counts));
    }

    private static ColumnProfile OfFigures(FigureCells figures)
    {
        var profile = new ColumnProfile(figures.Tally);
        profile.AddCounts(figures.Empty, figures.Rows - figures.Empty - figures.Aside.Count);
        foreach (var (_, cell) in figures.Aside)
        {
            profile.Add(cell, 1);
        }

        return profile;
    }

    private static ColumnProfile OfMoments(MomentCells moments)
    {
        var profile = new ColumnProfile();
        var read = moments.Rows - moments.Empty - moments.Aside.Count;
        profile.AddCounts(moments.Empty, read);
        profile.Dates.CountCertain(read);
        foreach (var (_, cell) in moments.Aside)
        {
            profile.Add(cell, 1);
        }

        return profile;
    }

    /// <summary>Distinct words with counts, or null when there are more than is worth looking at.</summary>
    internal static IReadOnlyList<(string Word, long Count)>? WordsOf(WordTable words, long[] counts) => words.Count > MostWords
        ? null
        : [.. Enumerable.Range(1, counts.Length - 1).Where(code => counts[code] > 0).Select(code => (Word: Reading.CellText.Clean(words[code]), Count: counts[code])).Where(pair => pair.Word.Length > 0)];

    internal static ColumnEvidence Evidence(ColumnFacts facts, ColumnChoice choice, long distinct, bool isLowerBound)
    {
        var profile = facts.Profile;
        var plan = choice.Plan;
        var isNumber = plan.Type == ColumnType.Number;
        var numbers = profile.Numbers;
        IReadOnlyList<WordCount> currencies = isNumber ? numbers.Currencies() : [];
        if (isNumber && currencies.Count == 0 && plan.Currency is not null)
        {
            currencies = [new WordCount(plan.Currency, 0)];
        }

        var placeholders = profile.PlaceholderWords.Select(pair => new WordCount(pair.Key.Normalize(NormalizationForm.FormC), pair.Value));
        if (!plan.IsText)
        {
            placeholders = placeholders.Concat(profile.Others.Where(pair => Placeholders.HasAmongFigures(Encoding.UTF8.GetBytes(pair.Key))).Select(pair => new WordCount(pair.Key, pair.Value)));
        }

        return new ColumnEvidence(
            plan.Name,
            plan.Type,
            choice.Why ?? Why(profile, choice),
            Math.Min(1, choice.Share),
            profile.Empty,
            [.. placeholders.OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Word, StringComparer.Ordinal)],
            distinct,
            isLowerBound,
            currencies,
            isNumber ? choice.Unit ?? numbers.MainUnit() : null,
            isNumber ? Math.Pow(10, plan.Power) : 1,
            choice.DateOrder,
            choice.Witness,
            plan.Type == ColumnType.Date ? Zone(profile.Dates) : null,
            !isNumber || numbers.OnlyPoint + numbers.OnlyComma + numbers.Open == 0 ? DecimalStyle.None : plan.Style,
            plan.Separator);
    }

    /// <summary>One question for all columns whose date order is open.</summary>
    internal static IReadOnlyList<TableQuestion> Questions(IReadOnlyList<ColumnChoice> choices)
    {
        var open = choices.Where(choice => choice.DateOrder == DateOrderFinding.Ambiguous && choice.Answers.Count > 1).ToList();
        if (open.Count == 0)
        {
            return [];
        }

        var example = open[0].Witness!;
        var answers = open.SelectMany(choice => choice.Answers).Distinct().Order().Select(order => new TableAnswer(order, Label(example, order))).ToList();
        var names = string.Join(", ", open.Select(choice => choice.Plan.Name));
        return
        [
            new TableQuestion("files.date-order", [.. open.Select(choice => choice.Plan.Name)], new Wording(
                $"'{names}' 열의 {example}은(는) 어느 날인가요? {string.Join(", ", answers.Select(answer => answer.Label.Ko))} 중에서 골라 주세요. 파일만으로는 알 수 없어요.",
                $"Column '{names}': which day is {example}? Choose {string.Join(" or ", answers.Select(answer => answer.Label.En))}; the file alone cannot tell."), answers),
        ];
    }

    private static Wording Label(string example, DateOrder order)
    {
        if (!DateCell.TryRead(Encoding.UTF8.GetBytes(example), out var reading) || reading.Ticks(order) < 0)
        {
            return order switch
            {
                DateOrder.DayFirst => new Wording("일-월-년", "day first"),
                DateOrder.MonthFirst => new Wording("월-일-년", "month first"),
                _ => new Wording("년-월-일", "year first"),
            };
        }

        var date = new DateTime(reading.Ticks(order));
        return new Wording(
            date.ToString("yyyy'년' M'월' d'일'", CultureInfo.InvariantCulture),
            date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
    }

    private static string? Zone(DateTally dates) => dates.Zoned == 0 ? null
        : dates.HasSeveralOffsets ? "UTC"
        : dates.Offset is 0 ? "Z"
        : $"{(dates.Offset < 0 ? '-' : '+')}{(Math.Abs(dates.Offset!.Value) / 60).ToString("00", CultureInfo.InvariantCulture)}:{(Math.Abs(dates.Offset.Value) % 60).ToString("00", CultureInfo.InvariantCulture)}";

    private static Wording Why(ColumnProfile profile, ColumnChoice choice)
    {
        var share = PlanChooser.Percent(Math.Min(1, choice.Share));
        var values = profile.Values.ToString(CultureInfo.InvariantCulture);
        return choice switch
        {
            { DateOrder: DateOrderFinding.Ambiguous } => new Wording($"날짜 같지만 '{choice.Witness}'을(를) 읽는 순서가 둘 이상이라 글자로 두었어요.", $"Looks like dates, but '{choice.Witness}' reads in more than one order, so it stays text."),
            { DateOrder: DateOrderFinding.Unambiguous } => new Wording($"값 {values}개 중 {share}가 한 가지로만 읽히는 날짜예요.", $"{share} of {values} values are dates with only one reading."),
            { Plan.Type: ColumnType.Date } => new Wording($"값 {values}개 중 {share}가 날짜예요. 순서는 '{choice.Witness ?? "직접 고른 답"}'에서 정해졌어요.", $"{share} of {values} values are dates; the order follows from '{choice.Witness ?? "the answer given"}'."),
            { Plan.Type: ColumnType.Number } => new Wording($"값 {values}개 중 {share}가 숫자예요.", $"{share} of {values} values are numbers."),
            { Plan.Type: ColumnType.Boolean } => new Wording("예와 아니요를 뜻하는 두 낱말뿐이에요.", "Only two words that mean yes and no."),
            { Plan.Separator: { } separator } => new Wording($"한 칸에 값이 여러 개예요('{separator}'로 나뉘어요).", $"Cells list several values, separated by '{separator}'."),
            _ => new Wording("숫자나 날짜가 아닌 값이 있어요.", "Values are words, or too few are numbers or dates."),
        };
    }
}
