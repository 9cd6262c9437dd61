using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Files.Columns;

/// <summary>Decides the type of every column from all of its cells, and the date orders of a file together.</summary>
internal static class PlanChooser
{
    /// <summary>Share of values that must be dates; the other rows are rejected.</summary>
    internal const double DateShare = 0.90;

    /// <summary>Share of values that must be numbers; the other rows are rejected.</summary>
    internal const double NumberShare = 0.98;

    /// <summary>Decides a whole file.</summary>
    internal static IReadOnlyList<ColumnChoice> Choose(IReadOnlyList<ColumnFacts> columns, TableFileOptions options)
    {
        var choices = columns.Select(column => Choose(column, options)).ToArray();
        SettleDates(columns, choices, options);
        SettleDecimals(columns, choices);
        var names = new HashSet<string>(columns.Select(column => column.Name), StringComparer.Ordinal);
        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i].Plan.HasSeveralCurrencies)
            {
                var name = HeaderNames.Free(choices[i].Plan.Name + " (currency)", names);
                choices[i] = choices[i] with { Plan = choices[i].Plan with { CurrencyColumn = name } };
            }
        }

        return choices;
    }

    private static ColumnChoice Choose(ColumnFacts column, TableFileOptions options)
    {
        var profile = column.Profile;
        var signs = HeaderSigns.Of(column.Name);
        if (options.TextColumns?.Contains(column.Name) == true)
        {
            return TextChoice.Of(column, new Wording("직접 글자로 정한 열이에요.", "Chosen as text by hand."), asWords: true);
        }

        if (profile.Values == 0)
        {
            return TextChoice.Of(column, new Wording("값이 하나도 없어요.", "No value at all."), asWords: true);
        }

        var figures = Math.Max(1, profile.Values - profile.FigurePlaceholders);
        if (Dates(column, signs, figures) is { } dates)
        {
            return dates;
        }

        return Numbers(column, signs, figures) ?? TextChoice.Of(column, null, asWords: false);
    }

    private static ColumnChoice? Dates(ColumnFacts column, HeaderSigns signs, long figures)
    {
        var dates = column.Profile.Dates;
        var compact = signs.IsDate && dates.Compact > 0 ? dates.Compact : 0;
        var total = dates.Certain + dates.Open + compact;
        if (total < DateShare * figures || (compact > 0 && compact < figures - dates.Certain - dates.Open - (figures / 50)))
        {
            return null;
        }

        var plan = new ColumnPlan(column.Name, ColumnType.Date) { ToUtc = dates.HasSeveralOffsets, IsPlain = dates.Iso >= 0.9 * total };
        if (dates.Open == 0)
        {
            return new ColumnChoice(plan, DateOrderFinding.Unambiguous, null, (double)total / figures, null);
        }

        var order = dates.Decided(out var witness);
        return order is null
            ? new ColumnChoice(plan, DateOrderFinding.Ambiguous, dates.OpenExample, (double)total / figures, null)
            : new ColumnChoice(plan.In(order.Value), Finding(order.Value), witness, (double)(dates.Certain + compact + dates.Fits(order.Value)) / figures, null);
    }

    private static ColumnChoice? Numbers(ColumnFacts column, HeaderSigns signs, long figures)
    {
        var numbers = column.Profile.Numbers;
        if (signs.IsIdentifier && numbers.OnlyPoint + numbers.OnlyComma == 0 && numbers.Currencies().Count == 0)
        {
            return numbers.Parsed(DecimalStyle.Point) > 0 ? TextChoice.Of(column, new Wording("이름이 번호나 코드라서 글자로 두었어요.", "The header names an identifier, so figures stay text."), asWords: true) : null;
        }

        if (numbers.LeadingZeros > 0 && numbers.LeadingZeros * 200 >= figures)
        {
            return TextChoice.Of(column, new Wording($"앞자리가 0인 값이 {numbers.LeadingZeros}개라서 글자로 두었어요.", $"{numbers.LeadingZeros} values begin with 0, so they are identifiers and stay text."), asWords: true);
        }

        if (numbers.Long > 0)
        {
            return TextChoice.Of(column, new Wording("16자리가 넘는 숫자라서 글자로 두었어요.", "Figures of 16 digits or more stay text: a number would lose the last ones."), asWords: true);
        }

        var style = numbers.OnlyComma > numbers.OnlyPoint ? DecimalStyle.Comma : DecimalStyle.Point;
        var parsed = numbers.Parsed(style);
        if (parsed == 0 || parsed < NumberShare * figures || (parsed < figures && numbers.Whole == parsed && column.Profile.Distinct > 0.95 * column.Profile.Values))
        {
            return null;
        }

        var currencies = numbers.Currencies();
        var several = currencies.Count > 1 || (currencies.Count == 1 && signs.Currency is not null && signs.Currency != currencies[0].Word);
        var plan = new ColumnPlan(column.Name, ColumnType.Number)
        {
            Style = style,
            Power = signs.Power,
            Currency = several ? null : currencies.Count == 1 ? currencies[0].Word : signs.Currency,
            HasSeveralCurrencies = several,
            IsPlain = style != DecimalStyle.Comma && signs.Power == 0 && numbers.Plain >= 0.9 * parsed,
        };
        return new ColumnChoice(plan, DateOrderFinding.None, null, (double)parsed / figures, signs.Unit);
    }

    /// <summary>Columns whose values leave the order open follow the file's other columns when those agree, then the person; else they stay text.</summary>
    private static void SettleDates(IReadOnlyList<ColumnFacts> columns, ColumnChoice[] choices, TableFileOptions options)
    {
        var decided = choices.Where(choice => choice.DateOrder is DateOrderFinding.DayFirst or DateOrderFinding.MonthFirst or DateOrderFinding.YearFirst).ToList();
        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i].DateOrder != DateOrderFinding.Ambiguous)
            {
                continue;
            }

            var dates = columns[i].Profile.Dates;
            var possible = dates.IsContradictory ? [] : dates.Possible();
            var others = decided.Where(choice => possible.Contains(choice.Plan.Order)).ToList();
            DateOrder? order = null;
            string? witness = null;
            if (others.Count > 0 && others.Count == decided.Count && others.All(choice => choice.Plan.Order == others[0].Plan.Order))
            {
                order = others[0].Plan.Order;
                witness = string.Join(", ", others.Select(choice => choice.Plan.Name));
            }
            else if (options.DateOrder is { } answer && possible.Contains(answer))
            {
                order = answer;
            }

            choices[i] = order is { } known
                ? choices[i] with { Plan = choices[i].Plan.In(known), DateOrder = Finding(known), Witness = witness }
                : TextChoice.Of(columns[i], null, asWords: true) with { DateOrder = DateOrderFinding.Ambiguous, Witness = dates.OpenExample, Answers = possible };
        }
    }

    /// <summary>Columns with nothing but 1,234 or 1.234 follow the file's other number columns.</summary>
    private static void SettleDecimals(IReadOnlyList<ColumnFacts> columns, ColumnChoice[] choices)
    {
        long point = 0, comma = 0;
        foreach (var (column, choice) in columns.Zip(choices))
        {
            if (choice.Plan.Type == ColumnType.Number)
            {
                point += column.Profile.Numbers.OnlyPoint > 0 ? 1 : 0;
                comma += column.Profile.Numbers.OnlyComma > 0 ? 1 : 0;
            }
        }

        for (var i = 0; i < choices.Length; i++)
        {
            var numbers = columns[i].Profile.Numbers;
            if (choices[i].Plan.Type == ColumnType.Number && numbers.OnlyPoint + numbers.OnlyComma == 0 && numbers.Open > 0 && comma > point)
            {
                choices[i] = choices[i] with { Plan = choices[i].Plan with { Style = DecimalStyle.Comma, IsPlain = false } };
            }
        }
    }

    private static DateOrderFinding Finding(DateOrder order) => order switch
    {
        DateOrder.DayFirst => DateOrderFinding.DayFirst,
        DateOrder.MonthFirst => DateOrderFinding.MonthFirst,
        _ => DateOrderFinding.YearFirst,
    };

    internal static string Percent(double share) => share.ToString("0.#%", CultureInfo.InvariantCulture);
}
