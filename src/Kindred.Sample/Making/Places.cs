namespace Kindred.Sample.Making;

/// <summary>Where companies are, as CRM users type it: some provinces under their old name, some cities without the suffix.</summary>
internal static class Places
{
    private static readonly (string Region, string City, double Weight)[] Korea =
    [
        ("서울특별시", "강남구", 9), ("서울", "서초구", 6), ("서울특별시", "마포구", 6), ("서울", "성동구", 6), ("서울특별시", "영등포구", 5), ("서울", "종로구", 3),
        ("경기도", "성남시", 9), ("경기", "수원시", 4), ("경기도", "화성시", 4), ("경기도", "안양시", 3), ("인천광역시", "연수구", 4), ("인천", "남동구", 3),
        ("부산광역시", "해운대구", 4), ("대구광역시", "수성구", 3), ("대전광역시", "유성구", 4), ("광주광역시", "서구", 2), ("울산광역시", "남구", 2), ("세종특별자치시", "세종시", 1),
        ("강원도", "춘천시", 1), ("강원특별자치도", "원주시", 1), ("충청북도", "청주시", 2), ("충남", "천안시", 3), ("전라북도", "전주시", 2), ("전남", "여수시", 1),
        ("경상북도", "구미시", 2), ("경남", "창원시", 3), ("제주특별자치도", "제주시", 1),
    ];

    private static readonly (string Region, string City, double Weight)[] America =
    [
        ("California", "San Francisco", 9), ("CA", "San Jose", 5), ("California", "Los Angeles", 5), ("New York", "New York", 9), ("Texas", "Austin", 6), ("TX", "Dallas", 4),
        ("Massachusetts", "Boston", 5), ("Washington", "Seattle", 5), ("Illinois", "Chicago", 4), ("Georgia", "Atlanta", 3), ("Colorado", "Denver", 4), ("Florida", "Miami", 4),
        ("North Carolina", "Raleigh", 3), ("Utah", "Salt Lake City", 3), ("Ohio", "Columbus", 3), ("Virginia", "Arlington", 2), ("Pennsylvania", "Philadelphia", 3), ("Oregon", "Portland", 2),
    ];

    private static readonly (string Region, string City, double Weight)[] Japan = [("東京都", "Tokyo", 6), ("大阪府", "Osaka", 2), ("福岡県", "Fukuoka", 1)];
    private static readonly (string Region, string City, double Weight)[] Singapore = [("", "Singapore", 1)];
    private static readonly double[] KoreaWeights = [.. Korea.Select(place => place.Weight)];
    private static readonly double[] AmericaWeights = [.. America.Select(place => place.Weight)];
    private static readonly double[] JapanWeights = [.. Japan.Select(place => place.Weight)];
    private static readonly double[] SingaporeWeights = [1];

    public static (string Region, string City) In(string country, SeededGenerator random)
    {
        var (places, weights) = country switch
        {
            "KR" => (Korea, KoreaWeights),
            "US" => (America, AmericaWeights),
            "JP" => (Japan, JapanWeights),
            _ => (Singapore, SingaporeWeights),
        };
        var place = places[random.PickWeighted(weights)];
        return (place.Region, place.City);
    }

    /// <summary>The country as the CRM shows it.</summary>
    public static string CountryText(string country, SeededGenerator random) => country switch
    {
        "KR" => random.Chance(0.7) ? "대한민국" : "South Korea",
        "US" => random.Chance(0.8) ? "United States" : "USA",
        "JP" => "Japan",
        _ => "Singapore",
    };
}
