using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Statistics.MultipleTesting;

namespace Kindred.Core.Engagement;

/// <summary>Use case: who reads what, how long, and who met us within 21 days. Every cell stands beside everybody else, corrected for the number of cells of its table (Holm).</summary>
public static class StudyReading
{
    private static readonly (AccountState State, Wording Label)[] States =
    [
        (AccountState.Core, new("핵심", "core")), (AccountState.Adjacent, new("인접", "adjacent")), (AccountState.Regret, new("쉽게 팔리고 떠남", "regret")), (AccountState.Anti, new("맞지 않음", "anti")), (AccountState.Outside, new("밖", "outside")),
    ];

    /// <summary>Studies the readers a filter leaves.</summary>
    public static ReadingStudy Run(ReadingBook book, ReadingFilter filter)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(filter);
        var readers = book.Readers.Where(filter.Fits).Select(reader => (Reader: reader, reader.Visits)).ToArray();
        return new ReadingStudy(
            filter,
            GroupFigures.Of(book, readers),
            Table(book, readers, DocumentTypes.Order.Select(type => (type.ToString().ToLowerInvariant(), DocumentTypes.Label(type), (Func<Reader, ReadingVisit, bool>)((_, visit) => visit.Type == type)))),
            Table(book, readers, States.Select(entry => (WriteProfile.StateCode(entry.State), entry.Label, (Func<Reader, ReadingVisit, bool>)((reader, _) => reader.State == entry.State)))),
            Table(book, readers, readers.Select(entry => entry.Reader.Sector).OfType<Standards.Sector>().Distinct().OrderBy(sector => sector.Word, StringComparer.Ordinal)
                .Select(sector => (sector.Word, sector.Label, (Func<Reader, ReadingVisit, bool>)((reader, _) => reader.Sector == sector)))),
            [.. Tags(readers)],
            [.. OfCustomers(book.Facts, readers)],
            [.. book.Readers.Select(reader => reader.Sector).OfType<Standards.Sector>().Distinct().OrderBy(sector => sector.Word, StringComparer.Ordinal)],
            (Count(VisitClass.Human), Count(VisitClass.Scanner), Count(VisitClass.Unknown), book.Visits.Count(visit => visit.IsOurs)));

        int Count(VisitClass found) => book.Visits.Count(visit => visit.Class == found && !visit.IsOurs);
    }

    /// <summary>Every kind of person over all documents: one table, corrected over its own cells.</summary>
    public static IReadOnlyList<ReadingCell> ByGroup(ReadingBook book, IReadOnlyList<Reader> readers)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(readers);
        return Table(book, [.. readers.Select(reader => (reader, reader.Visits))], [("all", new Wording("모든 자료", "all documents"), (_, _) => true)]);
    }

    /// <summary>The profile state in words.</summary>
    public static Wording StateLabel(AccountState state) => Array.Find(States, entry => entry.State == state).Label;

    /// <summary>Companies that ever bought: a deal won, or a subscription that was paid.</summary>
    internal static HashSet<int> EverCustomers(AccountFacts facts) =>
        [.. facts.Deals.Where(deal => deal.Outcome == DealOutcome.Won).Select(deal => deal.Account).Concat(facts.Subscriptions.Where(subscription => !subscription.IsTrial).Select(subscription => subscription.Account)).Where(account => account >= 0)];

    private static IReadOnlyList<ReadingCell> Table(ReadingBook book, (Reader Reader, IReadOnlyList<ReadingVisit> Visits)[] readers, IEnumerable<(string Code, Wording Label, Func<Reader, ReadingVisit, bool> Holds)> columns)
    {
        var met = readers.ToDictionary(entry => entry.Reader.Email, entry => book.Met(entry.Reader, Reader.FirstDay(entry.Visits)), StringComparer.Ordinal);
        var cells = new List<ReadingCell>();
        foreach (var (code, label, holds) in columns)
        {
            var column = readers.Select(entry => (entry.Reader, Visits: (IReadOnlyList<ReadingVisit>)[.. entry.Visits.Where(visit => holds(entry.Reader, visit))])).Where(entry => entry.Visits.Count > 0).ToArray();
            foreach (var group in column.GroupBy(entry => entry.Reader.Group))
            {
                (Reader Reader, IReadOnlyList<ReadingVisit> Visits)[] own = [.. group];
                var names = own.Select(entry => entry.Reader.Email).ToHashSet(StringComparer.Ordinal);
                var figures = GroupFigures.Of(book, own);
                var others = Share.Of(column.Where(entry => entry.Reader.Group != group.Key).Select(entry => book.Met(entry.Reader, Reader.FirstDay(entry.Visits))));
                var rest = Share.Of(readers.Where(entry => !names.Contains(entry.Reader.Email)).Select(entry => met[entry.Reader.Email]));
                double? p = figures.Met.N >= ReadingCell.Need && rest.N >= ReadingCell.Need
                    ? new HypergeometricMidP(figures.Met.N + rest.N, figures.Met.Hits + rest.Hits).TwoSided(figures.Met.N, figures.Met.Hits) : null;
                cells.Add(new ReadingCell(group.Key, code, label, figures, others, rest, p, null));
            }
        }

        var compared = cells.Where(cell => cell.P is not null).ToArray();
        var adjusted = HolmAdjustment.Of([.. compared.Select(cell => cell.P!.Value)]);
        var of = compared.Select((cell, i) => (cell, adjusted[i])).ToDictionary(pair => (pair.cell.Group, pair.cell.Column), pair => pair.Item2);
        var order = ReaderGroup.All.Select((group, i) => (group, i)).ToDictionary(pair => pair.group, pair => pair.i);
        return [.. cells.Select(cell => of.TryGetValue((cell.Group, cell.Column), out var p) ? cell with { AdjustedP = p } : cell).OrderBy(cell => order[cell.Group])];
    }

    private static IEnumerable<TagReading> Tags((Reader Reader, IReadOnlyList<ReadingVisit> Visits)[] readers)
    {
        var pages = readers.Select(entry => (entry.Reader, Pages: entry.Visits.SelectMany(visit => visit.Pages).Where(page => page.Tag is not null).ToArray())).ToArray();
        foreach (var group in pages.GroupBy(entry => entry.Reader.Group))
        {
            var total = group.Sum(entry => entry.Pages.Sum(page => page.ActiveSeconds));
            foreach (var tag in group.SelectMany(entry => entry.Pages).GroupBy(page => page.Tag!, StringComparer.Ordinal).OrderByDescending(tag => tag.Sum(page => page.ActiveSeconds)).ThenBy(tag => tag.Key, StringComparer.Ordinal))
            {
                yield return new TagReading(group.Key, tag.Key, DocumentTypes.TagLabel(tag.Key), total > 0 ? tag.Sum(page => page.ActiveSeconds) / total : 0,
                    Share.Of(group.Select(entry => (bool?)HasRead(entry.Pages, tag.Key))),
                    Share.Of(pages.Where(entry => entry.Reader.Group != group.Key).Select(entry => (bool?)HasRead(entry.Pages, tag.Key))));
            }
        }
    }

    private static IEnumerable<CustomerReading> OfCustomers(AccountFacts facts, (Reader Reader, IReadOnlyList<ReadingVisit> Visits)[] readers)
    {
        var bought = EverCustomers(facts);
        var pages = readers.Select(entry => (Bought: bought.Contains(entry.Reader.Account), Pages: entry.Visits.SelectMany(visit => visit.Pages).Where(page => page.Tag is not null).ToArray())).ToArray();
        return pages.SelectMany(entry => entry.Pages).Select(page => page.Tag!).Distinct(StringComparer.Ordinal)
            .Select(tag => new CustomerReading(tag, DocumentTypes.TagLabel(tag), Share.Of(pages.Where(entry => entry.Bought).Select(entry => (bool?)HasRead(entry.Pages, tag))), Share.Of(pages.Where(entry => !entry.Bought).Select(entry => (bool?)HasRead(entry.Pages, tag)))))
            .OrderByDescending(reading => reading.Customers.Rate).ThenBy(reading => reading.Tag, StringComparer.Ordinal);
    }

    private static bool HasRead(PageReading[] pages, string tag) => Array.Exists(pages, page => page.Tag == tag && ReadingTime.IsRead(page));
}
