using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>Third pass: standardises what was learned, each distinct spelling once.</summary>
internal static class FinishCompanies
{
    private const int MostSpellings = 5_000;

    public static Company[] Run(AccountBook book)
    {
        var industries = new Dictionary<string, IndustryMatch?>(StringComparer.Ordinal);
        var places = new Dictionary<(string?, string?, string?), Place>();
        var companies = new Company[book.Accounts.Count];
        for (var i = 0; i < companies.Length; i++)
        {
            var draft = book.Accounts[i];
            var where = (draft.Country, draft.State, draft.City);
            if (!places.TryGetValue(where, out var place))
            {
                places[where] = place = Place.Read(draft.Country, draft.State, draft.City);
            }

            companies[i] = new Company(
                i, draft.Key, draft.Name, draft.OtherNames ?? [], draft.Domain, draft.BusinessNumber, place, draft.IndustryText, Industry(draft, industries),
                draft.Employees, draft.Revenue, draft.Founded, draft.FundingStage, draft.Technologies ?? [], draft.CreatedOn);
        }

        return companies;
    }

    private static IndustryMatch? Industry(CompanyDraft draft, Dictionary<string, IndustryMatch?> known)
    {
        foreach (var (text, hint) in new[] { (draft.Naics, (IndustrySystem?)IndustrySystem.Naics2022), (draft.Ksic, IndustrySystem.Ksic11), (draft.IndustryText, null) })
        {
            if (text is null)
            {
                continue;
            }

            var key = hint is { } system ? (int)system + ":" + text : text;
            if (!known.TryGetValue(key, out var match))
            {
                // Free text in place of a picklist: beyond some thousand spellings the field is no industry, and reading on would only cost time.
                known[key] = match = known.Count < MostSpellings ? IndustryReader.Read(text, hint) : null;
            }

            if (match is not null)
            {
                return match;
            }
        }

        return null;
    }
}
