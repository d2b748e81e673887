extension Asset {
    /// A waxwing's head: the crest, the black mask, and the red and yellow of its wing.
    static let svg = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
        <path fill="#a9744f" d="M3 4c7-1 14 1 18 5 5 1 7 4 7 7 0 7-6 13-14 13-6 0-10-4-10-10 0-6 2-9 \
        4-10z"/>
        <path fill="#2b2523" d="M13 15c4-3 9-4 12-3l6 4c-2 1-4 2-6 2-4 1-8 0-12-3z"/>
        <circle cx="21.500" cy="14.300" r="1.300" fill="#fff"/>
        <path fill="#f2b632" d="M5 24c2 3 5 5 9 5 4 0 7-1 9-3-6 1-12 1-18-2z"/>
        <path fill="#d8412f" d="M4 19c0 2 0 3 1 5 6 3 12 3 18 2l2-2c-7 1-14 0-21-5z"/>
        </svg>

        """
}
