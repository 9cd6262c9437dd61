using System.Text.RegularExpressions;

namespace Kindred.Core.Accounts;

/// <summary>Dated head counts: rows of company, day and people, and columns of a companies file that bear a date ("employees 2025-06-30", "직원수(2025.06)").</summary>
internal static partial class ReadHeadcounts
{
    /// <param name="placed">Tables with the company of each row.</param>
    /// <param name="asOf">The day the data speaks for; the day of an import never lies after it.</param>
    public static List<Headcount> Run(IEnumerable<PlacedRows> placed, DateOnly asOf)
    {
        var all = new List<Headcount>();
        foreach (var rows in placed)
        {
            if (rows.Kind == TableKind.Headcounts)
            {
                Dated(rows, rows.Source.FileName == EarlierHeadcounts.FileName ? asOf : DateOnly.MaxValue, all);
            }
            else if (rows.Kind is TableKind.Companies or TableKind.Wide)
            {
                foreach (var column in rows.Mapping.Columns)
                {
                    if (DayOf(column.Column) is { } day && rows.Source.Table.Find(column.Column) is { } counts)
                    {
                        Add(rows, LearnCompanies.HeadCounts(counts), _ => day, _ => rows.Source.Name + ": " + column.Column, all);
                    }
                }
            }
        }

        return all;
    }

    /// <summary>The day a header names beside a word for head count: a month counts from its last day and a year from December 31, for nobody knew it earlier; null for other headers.</summary>
    internal static DateOnly? DayOf(string header)
    {
        var found = Ending().Match(header);
        if (!found.Success || ColumnLexicon.Find(TableKind.Companies, header[..found.Index].TrimEnd(' ', '_', '-', '(', '[')) is not { Role: ColumnRole.Employees } || Cells.Date(found.Groups["date"].Value.Replace('_', '-')) is not { } day)
        {
            return null;
        }

        var isMonth = found.Groups["month"].Success;
        return found.Groups["day"].Success ? day : isMonth ? day.AddMonths(1).AddDays(-1) : new DateOnly(day.Year, 12, 31);
    }

    private static void Dated(PlacedRows rows, DateOnly latest, List<Headcount> all)
    {
        Cells on = rows.Dates(ColumnRole.On), source = rows.Text(ColumnRole.Source);
        Add(rows, LearnCompanies.HeadCounts(rows.Column(ColumnRole.Employees)), row => on.Date(row) is { } day ? day < latest ? day : latest : null, row => source.TextOrNull(row) ?? rows.Source.Name, all);
    }

    private static void Add(PlacedRows rows, Func<int, double>? counts, Func<int, DateOnly?> on, Func<int, string> source, List<Headcount> all)
    {
        for (var row = 0; counts is not null && row < rows.Count; row++)
        {
            if (rows.Accounts[row] >= 0 && counts(row) is > 0 and var people && on(row) is { } day)
            {
                all.Add(new Headcount(rows.Accounts[row], day, people, source(row)));
            }
        }
    }

    [GeneratedRegex(@"[\s_\-(\[]+(?<date>(19|20)\d\d(년)?([.\-/_]?\s?(?<month>\d{1,2})(월)?([.\-/_]\s?(?<day>\d{1,2})(일)?)?)?)[)\]]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
