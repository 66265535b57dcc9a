// By which names the passages of the corpus call each speaker; read by hand out of their texts. A data table.

/**
 * The corpus tells a speaker by one mention and a number within its book: `his_mother-24` is the person whom
 * the passage elsewhere calls Emma McChesney. Here stand, by the book's number and the mention, the names and
 * descriptions that mean this person in the passage. What is not listed counts as wrong; so does every name
 * for speakers who are no single person (`we`, a crowd) and have an empty list.
 */
export const trueNames: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  11231: { 'Turkey-28': ['Turkey'], 'narrator-0': ['I'] },
  1155: {
    'I-8': ['the man'],
    'One_girl-7': ['the girl', 'one girl'],
    'TOMMY-22': ['Tommy', 'Beresford', 'the young man'],
    'Tuppence-23': ['Tuppence', 'Miss Prudence Cowley', 'Prudence', 'the girl'],
  },
  1206: {
    'Irish-12': ['Irish'],
    'Big_Medicine-21': ['Big Medicine'],
    'Pink-11': ['Pink'],
    'Cal_Emmett-13': ['Cal', 'Cal Emmett'],
    'Mr__Rapponi-6': ['Miguel', 'Rapponi', 'Mr. Mig-u-ell Rapponi', 'the Native Son'],
    'Weary-23': ['Weary'],
    'Happy_Jack-10': ['Happy Jack'],
    'the_Old_Man-2': ['the Old Man', 'Old Man'],
    'Slim-27': ['Slim'],
  },
  1245: {
    'Katherine-1': ['Katharine', 'Katharine Hilbery'],
    'Mrs__Hilbery-2': ['Mrs. Hilbery'],
    'a_thin___elderly_gentleman-22': ['the thin gentleman', 'the thin, elderly gentleman'],
    'Denham-7': ['Denham', 'Mr. Denham'],
    'Mr__Fortescue-18': ['Mr. Fortescue', 'Fortescue'],
    'her_father-25': ['Mr. Hilbery'],
  },
  12677: {
    'Jock_McChesney-22': ['Jock', 'Jock McChesney'],
    'his_mother-24': ['Emma McChesney', 'Mrs. McChesney', 'Emma'],
    'our-4': [],
  },
  1342: {
    'Mrs_Bennet-7': ['Mrs. Bennet'],
    'Mr_Bennet-6': ['Mr. Bennet'],
    'Elizabeth-26': ['Elizabeth', 'Lizzy'],
    'Kitty-36': ['Kitty'],
  },
  145: { 'an_amiable_handsome_baronet-66': ['Sir James', 'Sir James Chettam'] },
  155: {
    'John_Herncastle-5': ['Herncastle', 'John Herncastle', 'my cousin'],
    'narrator-1': ['I'],
    'the_soldiers-54': ['the soldiers'],
    'A_third_Indian___mortally_wounded-60': ['the dying Indian', 'the third Indian', 'the Indian'],
  },
  160: {
    'Mr__Pontellier-1': ['Mr. Pontellier', 'Pontellier'],
    'Mrs__Pontellier-25': ['Mrs. Pontellier'],
  },
  1661: {
    'Sherlock_Holmes-1': ['Holmes', 'Sherlock Holmes'],
    'Watson-3': ['I', 'Watson'],
  },
  171: {
    'Montraville-2': ['Montraville'],
    'MR__Temple-28': ['Temple', 'Mr. Temple'],
    'Blakeney_officer-38': ['Blakeney', 'the young officer', 'the officer'],
    'Captain_Eldridge-41': ['Eldridge', 'Captain Eldridge'],
    'Belcour-1': ['Belcour'],
  },
  18581: {
    'Curtis_Waring-9': ['Curtis', 'Curtis Waring'],
    'Uncle-1': ['John Linden', 'Mr. Linden', 'Linden', 'the old man'],
    'Florence-2': ['Florence', 'Florence Linden'],
  },
  2084: {
    'my_father-7': ['my father'],
    'Mr__Pontifex-1': ['Mr. Pontifex', 'Pontifex', 'old Mr. Pontifex'],
    'Edward_Overton-0': ['I'],
  },
  2095: { 'auctioneer_addresees__you_-120': ['the auctioneer'], 'you-125': [] },
  215: {
    'Manuel-50': ['Manuel'],
    'man_sold_to-58': ['the stranger', 'the man'],
    'the_saloon-keeper-74': ['the saloon-keeper'],
  },
  217: {
    'William_Morel-84': ['William'],
    'Mrs__Morel-71': ['Mrs. Morel', 'the mother'],
    'Annie_Morel-86': ['Annie'],
  },
  233: {
    'a_man-26': ['the voice', 'the man'],
    'Caroline_Meeber-0': ['Carrie', 'Caroline', 'Caroline Meeber', 'Sister Carrie'],
  },
  2641: {
    'Charlotte_Bartlett-2': ['Miss Bartlett', 'Charlotte'],
    'Lucy-7': ['Lucy', 'Miss Honeychurch'],
    'one_of_them-22': ['the old man'],
    'a_clergyman___stout_but_attractive___who_hurried_forward_to_take_his_place_at_the_table___cheerfully_apologizing_for_his_lateness-37':
      ['the clergyman', 'Mr. Beebe'],
    'That_lady-56': ['the clever lady'],
    'George-26': ['George', 'the son'],
  },
  2775: { 'Leonora-27': ['Leonora', 'Mrs. Ashburnham'] },
  2807: {
    'John_Rolfe-30': ['Rolfe', 'John Rolfe', 'Master John Rolfe'],
    'Ralph_Percy-0': ['I'],
    'Smith-16': ['Smith'],
  },
  2852: {
    'Mr__Sherlock_Holmes-0': ['Holmes', 'Sherlock Holmes', 'Mr. Sherlock Holmes'],
    'Watson-1': ['I', 'Watson'],
    'our_visitor-2': [
      'our visitor',
      'Mortimer',
      'Dr. Mortimer',
      'James Mortimer',
      'Dr. James Mortimer',
    ],
  },
  33: {
    'a_hard-featured_dame_of_fifty-48': ['the hard-featured dame'],
    'another-403': ['another'],
    'a_third_autumnal_matron-54': ['the third autumnal matron'],
    'a_young_wife-56': ['the young wife'],
    'another_female-58': ['another female'],
    'a_man_in_the_crowd-62': ['the man'],
  },
  345: {
    'a_cheery-looking_elderly_woman-81': ['the cheery-looking elderly woman'],
    'JONATHAN_HARKER-0': ['I'],
    'Count_Dracula-22': ['Count Dracula', 'Dracula', 'the Count'],
  },
  367: { 'Mrs__Todd-22': ['Mrs. Todd'] },
  4051: { 'Mrs_Gildea-0': ['Mrs. Gildea'], 'the_postman-31': ['the postman'] },
  41: { 'ICHABOD_CRANE-58': ['Ichabod', 'Ichabod Crane'] },
  4276: {
    'MARGARET-1': ['Margaret'],
    'MRS__SHAW-14': ['Mrs. Shaw'],
    'Mrs__Gibson-33': ['Mrs. Gibson', 'another voice'],
    'THE_LADIES-18': [],
  },
  432: {
    'a_lady_who_met_his_eyes_as_with_an_intention_suddenly_determined___and_whose_features_--_not_freshly_young___not_markedly_fine___but_on_happy_terms_with_each_other_--_came_back_to_him_as_from_a_recent_vision-24':
      ['the lady', 'Strether’s new acquaintance', 'Strether’s companion'],
    'Strether-0': ['Strether'],
  },
  44: {
    'Dr__Howard_Archie-0': ['Dr. Archie', 'Dr. Howard Archie', 'the doctor'],
    'Thea_Kronborg-59': ['Thea'],
    'Mr__Kronborg-24': ['Kronborg', 'Mr. Kronborg', 'Peter Kronborg'],
  },
  472: {
    'a_colored_man-51': ['the undertaker'],
    'a_young_man_who_came_out_of_the_front_door_of_the_Patesville_Hotel_about_nine_o_clock_one_fine_morning_in_spring___a_few_years_after_the_Civil_War___and_started_down_Front_Street_toward_the_market-house-5':
      ['Warwick', 'John Warwick', 'the young man'],
    'the_day_clerk___who_had_just_come_on_duty-13': ['the clerk', 'the day clerk'],
  },
  514: { 'Jo-1': ['Jo'], 'Meg-2': ['Meg'], 'Amy-3': ['Amy'], 'Beth-9': ['Beth'] },
  5230: {
    'Mrs__Hall-6': ['Mrs. Hall'],
    'THE_STRANGE_MAN-0': ['the stranger', 'the visitor', 'the strange man'],
  },
  541: {
    'Christine_Nilsson-0': ['Christine Nilsson', 'the prima donna', 'Madame Nilsson'],
    'Newland_Archer-23': ['Newland Archer', 'Archer'],
    'Lawrence_Lefferts-76': ['Lawrence Lefferts', 'Lefferts'],
    'a_young_admirer-79': ['the young admirer'],
  },
  550: { 'the_old_man-54': ['the old labouring man'], 'NARRATOR-53': ['I'] },
  6053: { 'Mr__Evelyn-14': ['Mr. Evelyn'] },
  711: {
    'Narrator-2': ['I', 'Quatermain', 'Allan Quatermain'],
    'Sir_Henry_Curtis-6': ['Sir Henry', 'Sir Henry Curtis', 'Curtis'],
    'Captain_John_Good___RN-7': ['Good', 'Captain John Good'],
    'Harry-1': ['Harry'],
  },
  73: {
    'a_certain_tall_soldier-11': ['the tall soldier', 'Jim'],
    'another_private-25': ['another private'],
    'Henry_Fleming-37': ['Henry', 'the youth'],
    'his_mother-50': ['his mother'],
    'They-34': [],
  },
  766: {
    'Aunt_Betsey_Trotwood-32': ['Miss Betsey', 'Miss Trotwood', 'my aunt', 'the visitor'],
    'my_poor_mother-35': ['my mother', 'Mrs. David Copperfield'],
    'an_old_lady_with_a_hand-basket-16': ['the old lady'],
  },
  76: {
    'Miss_Watson-26': ['Miss Watson'],
    'Jim-51': ['Jim'],
    'Tom_Sawyer-3': ['Tom', 'Tom Sawyer'],
    'Huck-1': ['I', 'Huck'],
  },
  829: {
    'one_of_them-70': [],
    'one_of_them-72': [],
    'Hurgo-76': ['Hurgo'],
    'the_Lilliputians-69': [],
  },
  876: {
    'the_crowd-118': [],
    'the_woman-119': ['the woman', 'Deborah', 'Deb'],
    'one-115': ['one'],
  },
  95: {
    'Rose-2': ['Rose', 'my brother’s wife', 'my sister-in-law'],
    'Rudolf_narrator-4': ['I', 'Rudolf'],
    'Robert_brother-5': ['Robert', 'my brother'],
  },
  974: { 'Winnie_Verloc-3': ['Winnie', 'Winnie Verloc', 'Mrs. Verloc'] },
}
