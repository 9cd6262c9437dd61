using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Standards;

namespace Kindred.Core.Engagement;

/// <summary>Which readers a study is about; null does not narrow.</summary>
/// <param name="State">Profile state of the company.</param>
/// <param name="Sector">Industry word of the company.</param>
/// <param name="Group">Kind of person.</param>
public sealed record ReadingFilter(AccountState? State, string? Sector, ReaderGroup? Group)
{
    /// <summary>Per company whether it is meant; null: any. A reader whose company is not known is then left out.</summary>
    public IReadOnlyList<bool>? Companies { get; init; }

    /// <summary>Everybody.</summary>
    public static ReadingFilter None { get; } = new(null, null, null);

    /// <summary>Whether a reader is meant.</summary>
    public bool Fits(Reader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return (State is null || reader.State == State) && (Sector is null || reader.Sector?.Word == Sector) && (Group is null || reader.Group == Group) && (Companies is null || (reader.Account >= 0 && Companies[reader.Account]));
    }
}

/// <summary>How much a kind of person reads of one subject.</summary>
/// <param name="Group">Kind of person.</param>
/// <param name="Tag">Subject of the pages.</param>
/// <param name="Label">Subject in words.</param>
/// <param name="SecondsShare">Share of the group's reading time, 0–1.</param>
/// <param name="Read">Readers of the group who read at least one such page.</param>
/// <param name="Others">The same for everybody else.</param>
public sealed record TagReading(ReaderGroup Group, string Tag, Wording Label, double SecondsShare, Share Read, Share Others);

/// <summary>What people at companies that ever bought read, beside everybody else.</summary>
/// <param name="Tag">Subject of the pages.</param>
/// <param name="Label">Subject in words.</param>
/// <param name="Customers">Readers at companies that ever bought who read such a page.</param>
/// <param name="Others">Readers elsewhere who did.</param>
public sealed record CustomerReading(string Tag, Wording Label, Share Customers, Share Others);

/// <summary>What groups read and what became of them.</summary>
/// <param name="Filter">Whom it is about.</param>
/// <param name="All">Everybody it is about.</param>
/// <param name="ByDocument">Kind of person × document type.</param>
/// <param name="ByState">Kind of person × profile state, over all documents.</param>
/// <param name="BySector">Kind of person × industry, over all documents.</param>
/// <param name="Tags">What each kind of person reads, most first.</param>
/// <param name="Customers">What people at companies that ever bought read.</param>
/// <param name="Sectors">Industries there are readers of.</param>
/// <param name="Visits">Visits by class, own people apart: human, scanner, unknown, ours.</param>
public sealed record ReadingStudy(
    ReadingFilter Filter,
    GroupFigures All,
    IReadOnlyList<ReadingCell> ByDocument,
    IReadOnlyList<ReadingCell> ByState,
    IReadOnlyList<ReadingCell> BySector,
    IReadOnlyList<TagReading> Tags,
    IReadOnlyList<CustomerReading> Customers,
    IReadOnlyList<Sector> Sectors,
    (int Human, int Scanner, int Unknown, int Ours) Visits);
