// Given names from many languages: evidence, never proof, that a run of capitals is a person.
import { wordList } from './wordList.ts';

export const GIVEN_NAMES = wordList(
  'James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark ' +
    'Steven Steve Paul Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Jeff Ryan Jacob Gary ' +
    'Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Greg Alexander Frank Patrick ' +
    'Raymond Jack Dennis Jerry Tyler Aaron Jose José Adam Nathan Henry Douglas Zachary Peter Kyle Ethan Walter Noah Jeremy ' +
    'Christian Keith Roger Terry Austin Sean Gerald Carl Harold Dylan Arthur Lawrence Jordan Jesse Bryan Billy Bruce ' +
    'Gabriel Joe Logan Alan Juan Albert Willie Elijah Wayne Randy Vincent Mason Roy Ralph Bobby Russell Bradley Philip ' +
    'Phillip Eugene Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra ' +
    'Margaret Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia ' +
    'Dorothy Amy Kathleen Angela Shirley Brenda Emma Anna Pamela Nicole Samantha Katherine Christine Helen Debra Rachel ' +
    'Carolyn Janet Maria María Catherine Heather Diane Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly Christina ' +
    'Joan Evelyn Judith Andrea Hannah Megan Cheryl Jacqueline Martha Madison Teresa Gloria Sara Janice Ann Anne Kathryn ' +
    'Abigail Sophia Frances Jean Alice Judy Isabella Julia Grace Amber Denise Danielle Marilyn Beverly Charlotte Natalie ' +
    'Theresa Diana Brittany Doris Kayla Lori Marie Tom Tim Jim Bill Bob Dan Mike Chris Matt Dave Ben Sam Tony Ted ' +
    'Ed Fred Nick Rick Ron Ken Don Rob Jon Josh Max Leo Hugh Neil Ian Colin Graham Stuart Simon Nigel Trevor Derek Liam ' +
    'Oliver Harry Oscar Felix Hugo Alec Alex Jill Kate Katie Jane Lucy Sue Liz Beth Meg Sophie Chloe Claire Clare Fiona ' +
    'Nicola Hilary Ivan Igor Oleg Boris Vladimir Dmitry Dmitri Sergei Sergey Alexei Aleksei Andrei Andrey Nikolai ' +
    'Mikhail Yuri Viktor Victor Pavel Petr Roman Maxim Anatoly Vitaly Olga Natalia Irina Svetlana Tatiana Elena Yelena ' +
    'Yulia Oksana Ludmila Galina Marina Vera Nina Volodymyr Oleksandr Andriy Petro Mykola Jan Piotr Pawel Tomasz Andrzej ' +
    'Krzysztof Marek Jakub Katarzyna Agnieszka Magda Jana Petra Milan Marko Luka Ana Ivana Zoran Goran Dragan Milos ' +
    'Aleksandar Nikola Stefan Hans Klaus Jürgen Jurgen Wolfgang Heinz Dieter Uwe Ralf Olaf Jens Sven Lars Anders Erik ' +
    'Henrik Bjorn Björn Nils Olof Mats Karl Kurt Otto Fritz Franz Friedrich Helga Ingrid Angela Ursula Sabine Monika Birgit ' +
    'Greta Astrid Sigrid Pierre Michel Philippe François Francois Jacques Louis Alain Bernard Claude Gérard Gerard Laurent ' +
    'Olivier Emmanuel Nicolas Antoine Luc Marc Yves Marine Brigitte Isabelle Sylvie Nathalie Valérie Valerie Camille Manon ' +
    'Giovanni Giuseppe Mario Luigi Marco Paolo Francesco Antonio Matteo Sergio Giorgio Carlo Enrico Giulia ' +
    'Francesca Chiara Giorgia Paola Carlos Luis Miguel Jorge Pedro Pablo Manuel Francisco Javier Fernando Diego Alberto ' +
    'Rafael Ricardo Eduardo Roberto Raúl Raul Andrés Andres Hugo Nicolás Enrique Alejandro Carmen Ana Isabel Lucia Lucía ' +
    'Rosa Elena Pilar Dolores Gabriela Daniela Valentina Camila João Joao Paulo Luiz Rui Nuno Mohammed ' +
    'Mohammad Muhammad Mohamed Ahmed Ahmad Ali Hassan Hussein Omar Khalid Khaled Ibrahim Abdullah Abdul Mahmoud Mustafa ' +
    'Yusuf Yousef Youssef Salman Faisal Tariq Fatima Aisha Layla Leila Zainab Maryam Mariam Noor Amira ' +
    'Mehmet Mustafa Kemal Ahmet Emre Ayşe Ayse Fatma Elif Zeynep Rashad Elchin Elnur Aydin Nurlan Kamran ' +
    'Farid Leyla Gunay Aysel Nigar Sevda Giorgi Irakli Levan Nino Tamar Ketevan Armen Nikol Tigran Hayk Anahit ' +
    'Askar Islam Dariga Rahul Amit Arun Rajesh Sanjay Vijay Suresh Ravi Anil Sunil ' +
    'Priya Sonia Indira Lakshmi Deepa Anita Kavita Imran Nawaz Asif Bilal Wei Jian Yi Li Ming Hong ' +
    'Jing Hiroshi Kenji Takashi Yuki Yoko Akira Naoto Haruto Keiko Min-jun Ji-hoon ' +
    'Nguyen Minh Anh Thanh Kwame Kofi Nana Ama Abena Chinua Ngozi Emeka Chidi Muhammadu ' +
    'William Jomo Wangari Nelson Thabo Jacob Desmond Winnie Paul Haile Abiy Meles Tedros Benjamin Shimon Yitzhak Ariel ' +
    'Avi Moshe Yair Eitan Amos Noa Miriam Esther Joe Jimmy Ronald Lyndon Dwight ' +
    'Theodore Abraham Marco Nancy Chuck Lindsey Rand Antony Lloyd Boris ' +
    'Theresa Tony Gordon Nigel Jeremy Jo Yvette Angus Duncan Callum Ewan Fergus Hamish Isla Maeve Siobhan Aoife ' +
    'Niamh Padraig Seamus Eoin Cormac Bronwen Gareth Rhys Dylan Carys Owen Aled Sian Helle Mette Justin ' +
    'Desta Lena Tomas Mikael Aino Eero Juha Matti Kaisa Tuomas Jorma Eleni Yannis Yiannis Kostas Dimitris ' +
    'Nikos Andreas Sofia Katerina Maya Nadia Nora Ines Inês Rita Clara Ida Alma Ella Iris Ivy Edith Agnes ' +
    'Edna Mabel Harriet Rosalind Beatrice Cecilia Cordelia Miranda Imogen Portia Gideon Silas Ezra Jonah Micah Tobias Bram ' +
    'Joost Pieter Willem Dirk Maarten Geert Wouter Femke Anneke Saskia Marijke Ruud Joris',
);
