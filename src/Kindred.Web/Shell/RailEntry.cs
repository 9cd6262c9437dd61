using Kindred.Core.Basics;

namespace Kindred.Web.Shell;

/// <summary>An entry of the rail.</summary>
/// <param name="Key">Name pages light it by.</param>
/// <param name="Label">Word.</param>
/// <param name="Url">Address.</param>
/// <param name="Icon">Name of its drawing.</param>
/// <param name="Children">Entries below it.</param>
public sealed record RailEntry(string Key, Wording Label, string Url, string Icon, params IReadOnlyList<RailEntry> Children)
{
    /// <summary>Entries of sections that have data.</summary>
    public static IReadOnlyList<RailEntry> Open(PageContext page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (id, has) = (page.Id, page.Has);
        var entries = new List<RailEntry> { new("today", new("오늘", "Today"), Urls.Today(id), "today") };
        if (has.Icp)
        {
            var below = new List<RailEntry> { new("patterns", new("패턴", "Patterns"), Urls.Patterns(id), "") };
            if (has.People)
            {
                below.Add(new("personas", new("페르소나", "Personas"), Urls.Personas(id), ""));
            }

            if (has.Card)
            {
                below.Add(new("scorecard", new("점수표", "Scorecard"), Urls.Scorecard(id), ""));
            }

            entries.Add(new("icp", new("고객상", "ICP"), Urls.Icp(id), "icp", below));
        }

        if (has.Leads || has.Accounts)
        {
            var below = has.Accounts ? new List<RailEntry> { new("accounts", new("회사", "Accounts"), Urls.Accounts(id), "") } : [];
            entries.Add(new("leads", new("리드", "Leads"), has.Leads ? Urls.Leads(id) : Urls.Accounts(id), "leads", below));
        }

        var reading = new List<RailEntry>();
        if (has.Reading)
        {
            reading.Add(new("reading", new("무엇을 읽나", "What is read"), Urls.Reading(id), ""));
            reading.Add(new("campaigns", new("캠페인", "Campaigns"), Urls.Campaigns(id), ""));
        }

        entries.Add(new("documents", new("자료", "Documents"), Urls.Documents(id), "documents", reading));
        if (has.Customers)
        {
            entries.Add(new("customers", new("고객", "Customers"), Urls.Customers(id), "customers", new RailEntry("segments", new("묶음별 경제성", "Segments"), Urls.Segments(id), ""), new RailEntry("success", new("고객 성공", "Success"), Urls.Success(id), "")));
        }

        if (has.Accounts)
        {
            entries.Add(new("review", new("점검", "Review"), Urls.Review(id), "review"));
        }

        return entries;
    }

    /// <summary>Words of sections without data yet.</summary>
    public static IReadOnlyList<Wording> Closed(PageContext page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var has = page.Has;
        (bool Has, Wording Label)[] all = [(has.Icp, new("고객상", "ICP")), (has.Leads || has.Accounts, new("리드", "Leads")), (has.Reading, new("자료", "Documents")), (has.Customers, new("고객", "Customers")), (has.Accounts, new("점검", "Review"))];
        return [.. all.Where(entry => !entry.Has).Select(entry => entry.Label)];
    }

    /// <summary>Entries at the foot.</summary>
    public static IReadOnlyList<RailEntry> Foot(PageContext page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var entries = new List<RailEntry> { new("data", new("데이터", "Data"), Urls.Data(page.Id), "data") };
        if (page.May(Core.Members.Permission.ManagePeople))
        {
            entries.Add(new("settings", new("설정", "Settings"), Urls.Settings(page.Id), "settings"));
        }

        return entries;
    }
}
