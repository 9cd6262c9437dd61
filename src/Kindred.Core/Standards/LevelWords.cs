using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>Values of the company fields with a standard meaning as people read them: commerce → 유통·쇼핑 / Commerce, KR → 대한민국 / South Korea. What has no other word is quoted as it is.</summary>
public static class LevelWords
{
    /// <summary>A value of a field in words.</summary>
    /// <param name="field">Name of the field: sector, industry, country, region, capital area; of any other the value is quoted.</param>
    /// <param name="word">The value.</param>
    public static Wording Of(string field, string word)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(word);
        return field switch
        {
            "sector" or "industry" => Sectors.Find(word)?.Label,
            "country" => Country.Read(word)?.Name,
            "region" => KoreanRegions.Read(word)?.Sido ?? UsState.Read(word)?.Name,
            "capital area" => word switch { "Yes" => new Wording("예", "yes"), "No" => new Wording("아니요", "no"), _ => null },
            _ => null,
        } ?? Wording.Same(word);
    }
}
