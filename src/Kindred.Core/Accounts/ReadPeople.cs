using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>Reads people and makes leads of accounts nobody sells to yet.</summary>
internal static class ReadPeople
{
    public static List<Person> People(PlacedRows[] placed, IReadOnlyDictionary<string, TitleReading> corrected, out Dictionary<(int Table, int Row), int> ofLead)
    {
        var all = new List<Person>();
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        var titles = new Dictionary<string, TitleReading>(StringComparer.Ordinal);
        ofLead = [];
        foreach (var rows in placed.Where(rows => rows.Kind is TableKind.People or TableKind.Leads).OrderBy(rows => rows.Kind))
        {
            Cells key = rows.Text(ColumnRole.Key), name = rows.Text(ColumnRole.Name), first = rows.Text(ColumnRole.FirstName), last = rows.Text(ColumnRole.LastName);
            Cells email = rows.Text(ColumnRole.Email), title = rows.Text(ColumnRole.Title), department = rows.Text(ColumnRole.Department);
            for (var row = 0; row < rows.Count; row++)
            {
                var address = email.Text(row).ToLowerInvariant();
                var id = rows.Kind == TableKind.People && key.Text(row) is { Length: > 0 } own ? CrmKey.Normal(own) : address;
                var known = address.Length > 0 && byKey.TryGetValue(address, out var index) ? index : -1;
                if (known < 0)
                {
                    known = all.Count;
                    var words = title.Text(row);
                    if (!titles.TryGetValue(words, out var reading))
                    {
                        titles[words] = reading = corrected.TryGetValue(words, out var said) ? said with { Text = words } : TitleReader.Read(words);
                    }

                    var written = name.Text(row) is { Length: > 0 } full ? full : Full(first.Text(row), last.Text(row));
                    all.Add(new Person(rows.Accounts[row], id, written, address.Length > 0 ? address : null, reading, department.TextOrNull(row)));
                    if (address.Length > 0)
                    {
                        byKey.Add(address, known);
                    }
                }

                if (rows.Kind == TableKind.Leads)
                {
                    ofLead[(rows.Index, row)] = known;
                }
            }
        }

        return all;
    }

    public static List<Lead> Leads(PlacedRows[] placed, AccountFacts facts, Dictionary<(int Table, int Row), int> ofLead)
    {
        var busy = facts.Subscriptions.Select(subscription => subscription.Account)
            .Concat(facts.Deals.Where(deal => deal.Outcome == DealOutcome.Won || (deal.Outcome == DealOutcome.Open && !StageWords.IsBeforeQualified(deal.Stage))).Select(deal => deal.Account))
            .ToHashSet();
        var drafts = new Dictionary<int, (List<int> People, DateOnly? On, string? Status, string? Source)>();
        var leads = new List<Lead>();
        foreach (var rows in placed.Where(rows => rows.Kind == TableKind.Leads))
        {
            Cells converted = rows.Text(ColumnRole.IsConverted), created = rows.Dates(ColumnRole.CreatedOn), status = rows.Text(ColumnRole.Status), source = rows.Text(ColumnRole.Source);
            for (var row = 0; row < rows.Count; row++)
            {
                var account = rows.Accounts[row];
                var person = ofLead.GetValueOrDefault((rows.Index, row), -1);
                if (converted.Flag(row) == true || busy.Contains(account))
                {
                    continue;
                }

                if (account < 0)
                {
                    leads.Add(new Lead(-1, person >= 0 ? [person] : [], created.Date(row), status.TextOrNull(row), source.TextOrNull(row)));
                }
                else if (!drafts.TryGetValue(account, out var draft))
                {
                    drafts[account] = (person >= 0 ? [person] : [], created.Date(row), status.TextOrNull(row), source.TextOrNull(row));
                }
                else
                {
                    if (person >= 0 && !draft.People.Contains(person))
                    {
                        draft.People.Add(person);
                    }

                    drafts[account] = draft with { On = created.Date(row) is { } day && !(draft.On <= day) ? day : draft.On };
                }
            }
        }

        var people = facts.People.Select((person, index) => (person.Account, index)).Where(pair => pair.Account >= 0).ToLookup(pair => pair.Account, pair => pair.index);
        if (!placed.Any(rows => rows.Kind == TableKind.Leads && !rows.Source.IsCaptured))
        {
            foreach (var company in facts.Companies.Where(company => !busy.Contains(company.Index) && company.Name.Length > 0))
            {
                drafts.TryAdd(company.Index, ([], company.CreatedOn, null, null));
            }
        }

        leads.AddRange(drafts.OrderBy(pair => pair.Key).Select(pair => new Lead(pair.Key, [.. pair.Value.People.Concat(people[pair.Key]).Distinct()], pair.Value.On, pair.Value.Status, pair.Value.Source)));
        return leads;
    }

    private static string Full(string first, string last) =>
        first.Length == 0 || last.Length == 0 ? first + last : last.Any(Spelling.IsRunOn) ? last + first : first + " " + last;
}
