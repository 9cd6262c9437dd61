using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>Where a company is: country, state or 시도, city or 시군구.</summary>
/// <param name="Country">ISO country, or null when not said and not to be told from the rest.</param>
/// <param name="Region">US state code or 시도 name; null when unknown.</param>
/// <param name="City">City or 시군구 as standard name where known, else as written.</param>
/// <param name="IsCapitalArea">Korea only: 서울, 인천, 경기. Null elsewhere or unknown.</param>
public sealed record Place(Country? Country, Wording? Region, Wording? City, bool? IsCapitalArea)
{
    /// <summary>True outside Korea, false in Korea, null when the country is unknown.</summary>
    public bool? IsOverseas => Country is null ? null : Country.Iso2 != "KR";

    /// <summary>Reads the parts a file gives; any may be empty. A whole Korean address in any part is understood.</summary>
    public static Place Read(string? country, string? state, string? city)
    {
        var named = Country.Read(country ?? "");
        var korea = named is null or { Iso2: "KR" } ? Korean(country, state, city, named is not null) : null;
        if (korea is not null)
        {
            return new Place(Country.Read("KR"), korea.Sido, korea.Sigungu ?? Written(city), korea.IsCapitalArea);
        }

        var us = named is null or { Iso2: "US" } && !string.IsNullOrWhiteSpace(state) ? UsState.Read(state) : null;
        return us is not null
            ? new Place(Country.Read("US"), us.Name, Written(city), null)
            : new Place(named, Written(state), Written(city), null);
    }

    private static KoreanRegion? Korean(string? country, string? state, string? city, bool sure)
    {
        var address = string.Join(' ', sure ? [state, city] : new[] { country, state, city }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var region = KoreanRegions.Read(address);
        return region is null || sure || address.Any(Spelling.IsRunOn) || string.IsNullOrWhiteSpace(state) ? region : null;
    }

    private static Wording? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : Wording.Same(text.Trim());
}
