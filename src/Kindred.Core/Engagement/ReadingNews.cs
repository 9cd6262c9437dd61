using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Engagement;

/// <summary>What of the reading is worth telling: a first real view, a return after silence, the price list, a new senior reader. Nothing is told before somebody looks human.</summary>
public static class ReadingNews
{
    /// <summary>Days without reading after which coming back is news.</summary>
    public const int SilenceDays = 14;

    /// <summary>Seconds on a page about prices that count as having read it.</summary>
    public const double LeastPricingSeconds = 5;

    /// <summary>News since a moment, newest first; one visit gives at most one, the weightiest.</summary>
    /// <param name="book">Readers with their visits.</param>
    /// <param name="since">Nothing before this.</param>
    public static IReadOnlyList<ReadingNewsItem> Since(ReadingBook book, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(book);
        var found = new List<ReadingNewsItem>();
        var seniors = new HashSet<int>();
        foreach (var (reader, at) in book.Readers.SelectMany(reader => reader.Visits.Select((_, at) => (reader, at))).OrderBy(entry => entry.reader.Visits[entry.at].At))
        {
            var visit = reader.Visits[at];
            var level = reader.Person >= 0 ? book.Facts.People[reader.Person].Title.Level : JobLevel.Unknown;

            // The first senior reader of a company is news once, whenever it was.
            var isNewSenior = at == 0 && level >= JobLevel.VicePresident && reader.Account >= 0 && seniors.Add(reader.Account);
            if (visit.At < since)
            {
                continue;
            }

            NewsKind? kind = isNewSenior ? NewsKind.NewSeniorReader
                : visit.Pages.Any(page => page.Tag == "pricing" && page.ActiveSeconds >= LeastPricingSeconds) ? NewsKind.ReadPricing
                : at == 0 ? NewsKind.FirstView
                : (visit.At - reader.Visits[at - 1].At).TotalDays >= SilenceDays ? NewsKind.CameBack
                : null;
            if (kind is { } known)
            {
                found.Add(new ReadingNewsItem(known, visit, reader));
            }
        }

        found.Reverse();
        return found;
    }

    /// <summary>One item in words; "about", since reading time is never exact.</summary>
    public static Wording Words(ReadingNewsItem item, ReadingBook book)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(book);
        var company = item.Reader.Account >= 0 ? book.Facts.Companies[item.Reader.Account].Name : "";
        var who = company.Length > 0 ? company + " · " + item.Reader.Email : item.Reader.Email;
        var (ko, en) = item.Kind switch
        {
            NewsKind.NewSeniorReader => ("임원이 처음 읽었어요", "a senior person read for the first time"),
            NewsKind.ReadPricing => ("요금 쪽을 읽었어요", "read the pages about prices"),
            NewsKind.CameBack => ($"{Format.Whole(SilenceDays)}일 넘게 조용하다가 다시 읽었어요", $"came back after more than {Format.Whole(SilenceDays)} days"),
            _ => ("처음 읽었어요", "read for the first time"),
        };
        var time = DocumentStudy.Minutes(item.Visit.ActiveSeconds);
        return new Wording($"{who}: {ko} ({item.Visit.Title}, 약 {time.Ko})", $"{who}: {en} ({item.Visit.Title}, about {time.En})");
    }
}

/// <summary>One piece of news.</summary>
/// <param name="Kind">What.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Reader">Whose.</param>
public sealed record ReadingNewsItem(NewsKind Kind, ReadingVisit Visit, Reader Reader);

/// <summary>What is told.</summary>
public enum NewsKind
{
    /// <summary>The first visit of somebody that looks human.</summary>
    FirstView,

    /// <summary>Back after silence.</summary>
    CameBack,

    /// <summary>Pages about prices were read.</summary>
    ReadPricing,

    /// <summary>The first reader of a company from vice president up.</summary>
    NewSeniorReader,
}
